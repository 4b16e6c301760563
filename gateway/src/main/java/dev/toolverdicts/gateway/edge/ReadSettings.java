package dev.toolverdicts.gateway.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param paths what is counted when it is read
/// @param uncounted what is not, although it is below one of them: one visitor's own, and live numbers
/// @param anonymous for one network (an IPv4 address, an IPv6 /64) of readers without a key
/// @param tiers for one key, by the name that was given to it with its tier
/// @param remembered how many networks and keys of each tier are remembered
@ConfigurationProperties("gateway.reads")
@Validated
public record ReadSettings(
        @NotEmpty List<String> paths,
        @NotNull List<String> uncounted,
        @NotNull @Valid Quota anonymous,
        @NotEmpty Map<String, @Valid Quota> tiers,
        @Min(1) int remembered) {}
