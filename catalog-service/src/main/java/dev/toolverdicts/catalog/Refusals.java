package dev.toolverdicts.catalog;

import static java.util.stream.Collectors.joining;

import dev.toolverdicts.catalog.web.Problem;
import dev.toolverdicts.catalog.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Says why a request was refused. What no rule names does not exist for the caller: 404, or 405 when the path has
/// other methods.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean badToken = refusal instanceof OAuth2AuthenticationException;
        if (!badToken && isUnlisted(request)) {
            notThere(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail = badToken
                ? "The access token is not valid here: malformed, forged, expired, or issued by or for somebody else."
                : "An access token is needed for this.";
        problems.write(request, response, Problem.of(HttpStatus.UNAUTHORIZED, detail));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (isUnlisted(request)) {
            notThere(request, response);
        } else {
            problems.write(
                    request, response, Problem.of(HttpStatus.FORBIDDEN, "The access token does not allow this."));
        }
    }

    private static boolean isUnlisted(HttpServletRequest request) {
        return AccessRule.TABLE.stream().noneMatch(rule -> rule.endpoint().matches(request));
    }

    private void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HttpMethod> allowed = AccessRule.TABLE.stream()
                .filter(rule -> rule.hasPath(request))
                .flatMap(rule -> rule.methods().stream())
                .distinct()
                .sorted()
                .toList();
        if (allowed.isEmpty()) {
            problems.write(request, response, Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this address."));
            return;
        }
        response.setHeader(
                HttpHeaders.ALLOW, allowed.stream().map(HttpMethod::name).collect(joining(", ")));
        problems.write(
                request, response, Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method."));
    }
}
