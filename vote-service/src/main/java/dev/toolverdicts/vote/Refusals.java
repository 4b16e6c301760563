package dev.toolverdicts.vote;

import dev.toolverdicts.vote.web.Problem;
import dev.toolverdicts.vote.web.ProblemWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What the security chain answers: 404 and 405 where there is no such endpoint, 401 and 403 where there is
/// one. A browser that opens a form's address is led to the form's page.
@Component
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        if (refused instanceof OAuth2AuthenticationException) {
            return unauthorized(exchange, "Bearer error=\"invalid_token\"", "The access token is not valid.");
        }
        return noSuchEndpoint(exchange, () -> unauthorized(exchange, "Bearer", "This needs an access token."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return noSuchEndpoint(
                exchange,
                () -> problems.write(
                        exchange,
                        Problem.of(HttpStatus.FORBIDDEN, "The access token does not allow this."),
                        new HttpHeaders()));
    }

    private Mono<Void> noSuchEndpoint(ServerWebExchange exchange, Supplier<Mono<Void>> otherwise) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        List<HttpMethod> methods = AccessRules.methods(path);
        if (methods.isEmpty()) {
            return problems.write(
                    exchange, Problem.of(HttpStatus.NOT_FOUND, "There is nothing here."), new HttpHeaders());
        }
        if (!methods.contains(exchange.getRequest().getMethod())) {
            if (HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())) {
                return told(exchange.getResponse(), methods);
            }
            Optional<String> page = isOpened(exchange.getRequest()) ? FormPages.of(path) : Optional.empty();
            if (page.isPresent()) {
                return leadTo(page.get(), exchange.getResponse());
            }
            var headers = new HttpHeaders();
            headers.setAllow(Set.copyOf(methods));
            return problems.write(
                    exchange, Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "This path has no such method."), headers);
        }
        return otherwise.get();
    }

    /// What an address takes is no secret: a 405 would say the same.
    private static Mono<Void> told(ServerHttpResponse response, List<HttpMethod> methods) {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        response.getHeaders()
                .setAllow(Stream.concat(methods.stream(), Stream.of(HttpMethod.OPTIONS))
                        .collect(Collectors.toUnmodifiableSet()));
        return response.setComplete();
    }

    /// By a person, not by a program that is to learn of its mistake.
    private static boolean isOpened(ServerHttpRequest request) {
        if (!HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod())) {
            return false;
        }
        try {
            return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static Mono<Void> leadTo(String page, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(URI.create(page));
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setVary(List.of(HttpHeaders.ACCEPT));
        return response.setComplete();
    }

    private Mono<Void> unauthorized(ServerWebExchange exchange, String challenge, String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problems.write(exchange, Problem.of(HttpStatus.UNAUTHORIZED, detail), headers);
    }
}
