package dev.toolverdicts.newsletter.issue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param restored whether the database has just come back from a backup; for its first start,
///     never for good
@ConfigurationProperties("newsletter")
record RestoredSettings(@DefaultValue("false") boolean restored) {}
