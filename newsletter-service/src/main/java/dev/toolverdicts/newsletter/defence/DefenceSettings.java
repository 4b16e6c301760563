package dev.toolverdicts.newsletter.defence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param network requests of one network (a /24, or a /48 of IPv6) without a proof of work
/// @param networkWithWork the same with one
/// @param address mails that requests of strangers may cause to one inbox, however its address is written
/// @param domain requests for addresses of one domain
/// @param workBits leading zero bits of a proof of work; each doubles the work
/// @param workLifetime how long a challenge may be worked on
@ConfigurationProperties("newsletter.defence")
@Validated
record DefenceSettings(
        Rate network,
        Rate networkWithWork,
        Rate address,
        Rate domain,
        @Min(1) @Max(40) int workBits,
        Duration workLifetime) {}
