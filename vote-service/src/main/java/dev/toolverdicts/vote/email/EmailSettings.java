package dev.toolverdicts.vote.email;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param vouched how long a cookie vouches for its address before the database is asked again; also how long an
/// address
///     that moves to another voter waits at most
/// @param link how long a mailed link works
/// @param perAddress mails to one address in an hour
/// @param perNetwork mails that one network asks for in an hour
/// @param perDomain mails to one domain in an hour
/// @param mailEvery the pause between two looks for mails to send
@ConfigurationProperties("vote.email")
@Validated
record EmailSettings(
        @DefaultValue("24h") Duration vouched,
        @DefaultValue("1h") Duration link,
        @DefaultValue("3") @Min(1) int perAddress,
        @DefaultValue("10") @Min(1) int perNetwork,
        @DefaultValue("200") @Min(1) int perDomain,
        @DefaultValue("1s") Duration mailEvery) {}
