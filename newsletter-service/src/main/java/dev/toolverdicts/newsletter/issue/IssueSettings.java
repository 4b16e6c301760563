package dev.toolverdicts.newsletter.issue;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param postalAddress where the operator is reached by post, as every mail must say; empty until set, which the
/// checks
///     before sending refuse
@ConfigurationProperties("newsletter.issue")
@Validated
public record IssueSettings(@NotNull @DefaultValue("") String postalAddress) {}
