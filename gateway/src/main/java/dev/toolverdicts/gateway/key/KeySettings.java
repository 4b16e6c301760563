package dev.toolverdicts.gateway.key;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param scope who has been granted this makes keys and takes them back
/// @param known how long a copy of the gateway goes by what it has read of the store
/// @param most how many keys may count at a time
@ConfigurationProperties("gateway.keys")
@Validated
record KeySettings(
        @NotBlank String scope,
        @NotNull Duration known,
        @Min(1) int most) {}
