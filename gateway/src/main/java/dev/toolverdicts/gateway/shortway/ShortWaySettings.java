package dev.toolverdicts.gateway.shortway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param requests `METHOD /path` of the writes that take the short way; empty for none
/// @param group the copies they go to
/// @param repeatableBy names of the cookies of which one must be there for a request to be sent a second time
/// @param pages paths of the pages that take it; empty for none
/// @param pagesRoute the route that serves them on the long way: they go to its copies and are measured as its requests
@ConfigurationProperties("gateway.short-way")
@Validated
record ShortWaySettings(
        @NotNull List<String> requests,
        @NotBlank String group,
        @NotNull List<String> repeatableBy,
        @NotNull List<String> pages,
        @NotBlank String pagesRoute) {

    /// What is read of the API is counted, and the desk has sessions: both are for the long way.
    private static final Pattern PAGE =
            Pattern.compile("(?!/(api|desk)(/|$))/[a-z0-9-]+(/([a-z0-9-]+|\\{[a-zA-Z]+}))*");

    ShortWaySettings {
        if (pages != null && !pages.stream().allMatch(PAGE.asMatchPredicate())) {
            throw new IllegalArgumentException(
                    "gateway.short-way.pages: a page is /word/{variable}, below a word of its"
                            + " own that is neither api nor desk, not " + pages);
        }
    }
}
