package dev.toolverdicts.newsletter.defence;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/// Tells who sent a request.
public final class Caller {

    /// Set by the gateway from the connection; what a client sends under this name is dropped there.
    private static final String CLIENT_ADDRESS = "X-Client-Ip";

    private Caller() {}

    public static Client of(HttpServletRequest request) {
        return Client.of(
                request.getHeader(CLIENT_ADDRESS), request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
