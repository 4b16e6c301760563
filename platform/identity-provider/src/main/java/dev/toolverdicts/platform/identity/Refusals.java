package dev.toolverdicts.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/// What somebody is answered who may not sign in. The sign-in page of the framework says the same of
/// everything, so how long to wait has a page of its own.
final class Refusals extends SimpleUrlAuthenticationFailureHandler {

    Refusals() {
        super("/login?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof MustWait wait) {
            response.setStatus(429);
            response.setHeader("Retry-After", Long.toString(wait.seconds()));
            response.setContentType("text/html");
            response.setCharacterEncoding(UTF_8);
            response.getWriter().write(page(String.valueOf(wait.getMessage())));
        } else {
            super.onAuthenticationFailure(request, response, refused);
        }
    }

    private static String page(String says) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Please wait</title></head>
                <body><h1>Please wait</h1><p>%s</p><p><a href="/login">Back to signing in</a></p></body>
                </html>
                """.formatted(says);
    }
}
