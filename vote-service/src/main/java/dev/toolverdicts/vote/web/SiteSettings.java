package dev.toolverdicts.vote.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address visitors use; cookies are Secure when it is https
@ConfigurationProperties("site")
@Validated
public record SiteSettings(@NotNull URI publicUrl) {

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /// A cookie's name as browsers get it: where there is TLS the prefix keeps it to this host.
    public String cookieName(String name) {
        return secure() ? "__Host-" + name : name;
    }
}
