package dev.toolverdicts.newsletter.preflight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param dkimSelector which of the domain's keys signs; empty until set, which fails the check
/// @param nameServer where to ask, as JNDI has it: `dns:` for those of this machine,
///     `dns://10.0.0.1:53` for another
@ConfigurationProperties("newsletter.preflight")
@Validated
record PreflightSettings(
        @NotNull @DefaultValue("") String dkimSelector,
        @NotBlank @DefaultValue("dns:") String nameServer) {}
