package dev.toolverdicts.platform.web.newcomer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Somebody without a voter's cookie: they have said nothing yet, and nobody has to be asked for it.
public final class Newcomer {

    /// As the cookie is named with TLS and without it.
    private static final String VOTER = "voter=";

    private Newcomer() {}

    /// @param cookies a `Cookie` header; null where there is none
    public static boolean has(@Nullable String cookies) {
        return cookies == null || !cookies.contains(VOTER);
    }

    public static boolean sent(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.COOKIE)).stream().allMatch(Newcomer::has);
    }
}
