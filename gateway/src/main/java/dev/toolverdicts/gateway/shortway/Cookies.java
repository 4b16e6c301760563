package dev.toolverdicts.gateway.shortway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookies of one request, read as the server reads them.
final class Cookies {

    private final List<Cookie> cookies = new ArrayList<>(4);

    Cookies(HttpHeaders headers) {
        for (String line : headers.getAll(HttpHeaderNames.COOKIE)) {
            cookies.addAll(ServerCookieDecoder.STRICT.decodeAll(line));
        }
    }

    @Nullable
    String value(String name) {
        for (Cookie cookie : cookies) {
            if (cookie.name().equals(name)) {
                return cookie.value();
            }
        }
        return null;
    }
}
