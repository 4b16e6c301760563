package dev.toolverdicts.catalog;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address visitors use; the API description names it as its server
@ConfigurationProperties("site")
@Validated
record SiteSettings(@NotNull URI publicUrl) {}
