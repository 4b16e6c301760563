package dev.toolverdicts.vote.web;

import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/// Turns whatever a handler throws into a problem document, before Boot's own error page.
@Component
@Order(-2)
public class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final URI BLANK = URI.create("about:blank");

    private final ProblemWriter problems;

    ProblemHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return handle(exchange.getRequest(), exchange.getResponse(), failure);
    }

    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response, Throwable failure) {
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        if (isTooLarge(failure)) {
            return problems.write(request, response, tooLarge(), new HttpHeaders());
        }
        return switch (failure) {
            case ErrorResponse refusal ->
                problems.write(request, response, typed(refusal.getBody()), refusal.getHeaders());
            case DataAccessException _, TransactionException _, RejectedExecutionException _ ->
                unavailable(request, response, failure);
            case InvalidMediaTypeException _ -> problems.write(request, response, unreadableType(), new HttpHeaders());
            case AuthenticationServiceException _ -> unavailable(request, response, failure);
            default -> {
                log.error("request failed path={}", request.getPath(), failure);
                yield problems.write(request, response, ourFault(), new HttpHeaders());
            }
        };
    }

    private Mono<Void> unavailable(ServerHttpRequest request, ServerHttpResponse response, Throwable failure) {
        log.warn("dependency unavailable path={} cause={}", request.getPath(), failure.toString());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return problems.write(
                request,
                response,
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This cannot be answered right now; try again."),
                headers);
    }

    private static ProblemDetail tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "Body too large", "The body is over 64 KiB.");
    }

    private static ProblemDetail unreadableType() {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The Content-Type cannot be read.");
    }

    private static ProblemDetail ourFault() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "That is our fault; it is logged.");
    }

    private static ProblemDetail typed(ProblemDetail problem) {
        if (problem.getType() != null && !problem.getType().equals(BLANK)) {
            return problem;
        }
        HttpStatus status = HttpStatus.valueOf(problem.getStatus());
        String detail = problem.getDetail();
        return Problem.of(status, detail == null ? status.getReasonPhrase() : detail);
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return true;
            }
        }
        return false;
    }
}
