package dev.toolverdicts.catalog.site;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the one canonical address of the site; links that leave the page are made with it
@Validated
@ConfigurationProperties("site")
record PageSettings(@NotNull URI publicUrl) {

    String address(String path) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    PageHead head(String title, String description, String path, @Nullable String section) {
        return new PageHead(
                title,
                Words.sentence(description, 200),
                address(path),
                page(path),
                section,
                null,
                false,
                FeedLinks.at(path),
                new PageHead.Preview(address("/og/site.png"), "Tool Verdicts: ship it, or skip it?"));
    }

    /// The kind of a page is the first part of its address.
    private static String page(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 2 || parts[1].isEmpty() ? "home" : parts[1];
    }
}
