package dev.toolverdicts.vote.web;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who is behind the site; every service is told the same.
///
/// @param postalAddress in one line, for mails; empty for none
@ConfigurationProperties("site.operator")
@Validated
public record OperatorSettings(@NotNull @DefaultValue("") String postalAddress) {}
