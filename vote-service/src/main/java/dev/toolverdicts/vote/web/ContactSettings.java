package dev.toolverdicts.vote.web;

import jakarta.validation.constraints.Email;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param address whom a voter asks whose vote is held; mails come from it too
@ConfigurationProperties("vote.contact")
@Validated
public record ContactSettings(
        @DefaultValue("votes@toolverdicts.dev") @Email String address) {}
