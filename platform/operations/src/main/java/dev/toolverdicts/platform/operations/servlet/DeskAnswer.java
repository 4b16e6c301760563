package dev.toolverdicts.platform.operations.servlet;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.platform.operations.OperationsPages.Operator;
import dev.toolverdicts.platform.web.FormToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;

/// Pages of the desk as answers of a service with servlets.
final class DeskAnswer {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private DeskAnswer() {}

    static Operator operator(Jwt token) {
        return new Operator(
                Objects.requireNonNull(token.getSubject(), "a token without subject"),
                FormToken.secret(token.getTokenValue()));
    }

    static ResponseEntity<String> of(DeskPage page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(page.status())
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", DeskPage.LOADS);
        return page.location() == null
                ? answer.contentType(HTML).body(page.html())
                : answer.location(URI.create(page.location())).build();
    }
}
