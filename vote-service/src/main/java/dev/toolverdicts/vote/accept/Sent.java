package dev.toolverdicts.vote.accept;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/// What came along with a vote, whichever way it was taken.
final class Sent {

    private final HttpHeaders headers;
    private final MultiValueMap<String, HttpCookie> cookies;

    Sent(HttpHeaders headers, MultiValueMap<String, HttpCookie> cookies) {
        this.headers = headers;
        this.cookies = cookies;
    }

    static Sent with(ServerHttpRequest request) {
        return new Sent(request.getHeaders(), request.getCookies());
    }

    HttpHeaders headers() {
        return headers;
    }

    MultiValueMap<String, HttpCookie> cookies() {
        return cookies;
    }
}
