package dev.toolverdicts.platform.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address visitors use; pages and the API description name it
@ConfigurationProperties("site")
@Validated
public record SiteSettings(@NotNull URI publicUrl) {}
