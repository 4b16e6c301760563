package dev.toolverdicts.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Under which address a request's page is kept and found again.
public final class PageAddress {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int LONGEST = 512;

    private PageAddress() {}

    /// The path with its question, as it was asked for; null for every request that must see no kept
    /// page and leave none: writes, whoever is signed in, and addresses that are very long.
    public static @Nullable String of(HttpServletRequest request) {
        if (!READING.contains(request.getMethod()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return null;
        }
        String path = request.getRequestURI();
        String address = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        return address.length() <= LONGEST ? address : null;
    }
}
