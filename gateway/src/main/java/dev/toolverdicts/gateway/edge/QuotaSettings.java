package dev.toolverdicts.gateway.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param requests `METHOD /path/{subject}` of what is counted
/// @param cookies names of the cookies that tell one device from another
/// @param network for all devices of a network: the /24 of an IPv4 address, the /64 of an IPv6 address
/// @param device for all subjects of a device
/// @param subject for one device and one subject
/// @param remembered how many networks, devices, and devices with a subject are remembered, of each
@ConfigurationProperties("gateway.quota")
@Validated
record QuotaSettings(
        @NotNull List<String> requests,
        @NotNull List<String> cookies,
        @NotNull @Valid Quota network,
        @NotNull @Valid Quota device,
        @NotNull @Valid Quota subject,
        @Min(1) int remembered) {}
