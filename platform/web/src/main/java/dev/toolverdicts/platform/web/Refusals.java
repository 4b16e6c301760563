package dev.toolverdicts.platform.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Says why a request was refused. What no rule names does not exist for the caller: 404, or 405 when the path has
/// other methods, of which a question for OPTIONS is told with 204.
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AccessRules rules;
    private final ProblemWriter problems;

    Refusals(AccessRules rules, ProblemWriter problems) {
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean badToken = refusal instanceof OAuth2AuthenticationException;
        if (!badToken && !rules.name(request)) {
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
        if (rules.name(request)) {
            problems.write(
                    request, response, Problem.of(HttpStatus.FORBIDDEN, "The access token does not allow this."));
        } else {
            notThere(request, response);
        }
    }

    private void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HttpMethod> allowed = rules.methodsAt(request);
        if (!allowed.isEmpty() && HttpMethod.OPTIONS.matches(request.getMethod())) {
            // No rule names it, but what an address takes is no secret: a 405 would say the same.
            response.setHeader(
                    HttpHeaders.ALLOW,
                    Stream.concat(allowed.stream(), Stream.of(HttpMethod.OPTIONS))
                            .map(HttpMethod::name)
                            .collect(joining(", ")));
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else if (!allowed.isEmpty()) {
            response.setHeader(
                    HttpHeaders.ALLOW, allowed.stream().map(HttpMethod::name).collect(joining(", ")));
            problems.write(
                    request, response, Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method."));
        } else if (Accepted.isPage(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            problems.write(request, response, Problem.notFound());
        }
    }
}
