package dev.toolverdicts.review.helpful;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who says which voter is asking.
///
/// @param url base address of a query copy of the vote service
/// @param timeout from the first byte asked to the last byte read
@Validated
@ConfigurationProperties("vote.query")
record VoteQuerySettings(
        @DefaultValue("http://127.0.0.1:8083") @NotNull URI url,
        @DefaultValue("1s") @NotNull Duration timeout) {}
