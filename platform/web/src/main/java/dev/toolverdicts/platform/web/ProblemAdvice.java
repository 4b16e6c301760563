package dev.toolverdicts.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/// Turns what went wrong into a problem document that names no class and quotes no input.
@Hidden
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "Malformed JSON", where(unreadable.getCause()));
        problem.setProperty("errors", List.of(new InvalidInput.Fault("", "is not JSON that can be read")));
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    /// An address of the site that nothing answers: a page for people, by way of the error page.
    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException nothing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && Accepted.isPage(servlet.getRequest())) {
            try {
                servlet.getResponse().sendError(HttpStatus.NOT_FOUND.value());
                return null;
            } catch (IOException _) {
                return null; // the client has gone
            }
        }
        return handleExceptionInternal(nothing, Problem.notFound(), headers, status, request);
    }

    private static String where(@Nullable Throwable cause) {
        return cause instanceof JacksonException broken && broken.getLocation() != null
                ? "The body is not JSON: see line %d, column %d."
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr())
                : "A JSON body is needed.";
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known != null && body instanceof ProblemDetail problem && isUntyped(problem)) {
            ProblemDetail typed = Problem.of(known, detail(problem, known));
            return super.createResponseEntity(typed, headers, status, request);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null
                || "about:blank".equals(problem.getType().toString());
    }

    private static String detail(ProblemDetail problem, HttpStatus status) {
        return problem.getDetail() == null ? status.getReasonPhrase() : problem.getDetail();
    }

    /// The database is away or too busy: nothing was decided, trying again is safe.
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        log.warn("event=request_unavailable cause={}", failure.getClass().getSimpleName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer at the moment; try again."));
    }

    /// A query or a form that Tomcat cannot decode, or a form that is too large.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException undecodable) {
        return undecodable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(Problem.bodyTooLarge(InboundFilter.MAX_BODY))
                : ResponseEntity.badRequest()
                        .body(Problem.of(HttpStatus.BAD_REQUEST, "The query or the form is not encoded as UTF-8."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        log.error("event=request_failed", failure);
        return ResponseEntity.internalServerError()
                .body(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side."));
    }
}
