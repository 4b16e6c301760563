package dev.toolverdicts.gateway.problem;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address visitors use
/// @param name what the site calls itself on an error page and in the API description
/// @param styles address of the style sheet of an error page
@ConfigurationProperties("site")
@Validated
public record SiteSettings(
        @NotNull URI publicUrl,
        @NotBlank String name,
        @NotBlank String styles) {

    public boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
