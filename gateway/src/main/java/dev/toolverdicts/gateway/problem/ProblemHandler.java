package dev.toolverdicts.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers for everything that went wrong in the gateway, and names no class and no backend.
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final JsonMapper json;
    private final ErrorPage page;

    ProblemHandler(JsonMapper json, ErrorPage page) {
        this.json = json;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = problem(failure);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        problem.headers().forEach(headers::set);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        byte[] body = body(exchange, problem, headers);
        headers.setContentLength(body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] body(ServerWebExchange exchange, Problem problem, HttpHeaders headers) {
        if (ErrorPage.isPreferred(exchange.getRequest())) {
            headers.setContentType(HTML);
            return page(exchange, problem).getBytes(UTF_8);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return json.writeValueAsBytes(
                problem.document(exchange.getRequest().getURI().getRawPath()));
    }

    /// A form that nobody took comes back as it was filled in.
    private String page(ServerWebExchange exchange, Problem problem) {
        @Nullable KeptForm form = problem.status().is5xxServerError() ? KeptForm.of(exchange) : null;
        return form == null ? page.of(problem, exchange.getRequest()) : page.of(problem, form);
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (failure instanceof ReadTimeoutException) {
            return Problem.of(HttpStatus.REQUEST_TIMEOUT, "The rest of the request did not arrive.");
        }
        return switch (BackendFailure.of(failure)) {
            case UNREACHED -> Problem.unavailable();
            case CUT_OFF -> Problem.cutOff();
            case TOO_SLOW -> Problem.tooSlow();
            case NONE -> failure instanceof ErrorResponse answered ? answered(answered) : unexpected(failure);
        };
    }

    private static Problem answered(ErrorResponse answered) {
        HttpStatus status = HttpStatus.resolve(answered.getStatusCode().value());
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return unexpected((Throwable) answered);
        }
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case SERVICE_UNAVAILABLE -> Problem.unavailable();
            default -> Problem.of(status, "The gateway refused the request: " + status.getReasonPhrase() + ".");
        };
    }

    private static Problem unexpected(Throwable failure) {
        log.error("event=request_failed", failure);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.");
    }
}
