package dev.toolverdicts.catalog.site;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the visitor's own votes come from, and how long a page waits for them.
///
/// @param url base address of a query copy of the vote service
/// @param timeout from the first byte asked to the last byte read
/// @param restAfterFailure how long nobody asks again after a failure
@Validated
@ConfigurationProperties("vote.query")
record VoteQueryProperties(
        @DefaultValue("http://127.0.0.1:8083") @NotNull URI url,
        @DefaultValue("50ms") @NotNull Duration timeout,
        @DefaultValue("1s") @NotNull Duration restAfterFailure) {}
