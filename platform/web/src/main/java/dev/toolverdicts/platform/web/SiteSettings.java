package dev.toolverdicts.platform.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address visitors use; pages and the API description name it
@ConfigurationProperties("site")
@Validated
public record SiteSettings(@NotNull URI publicUrl) {

    /// As browsers name this site in `Origin`: there scheme and host are in lower case (RFC 6454),
    /// however they are set.
    public String origin() {
        return (publicUrl.getScheme() + "://" + publicUrl.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
