package dev.toolverdicts.platform.operations;

import dev.toolverdicts.platform.messaging.DecisionRefused;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Why an operator's request was not carried out, as a problem document.
public final class OperationRefused extends ErrorResponseException {

    private static final String BASE = "https://toolverdicts.dev/problems/";

    /// A fault at a JSON Pointer (for a query or form field: a slash and its name).
    public record Fault(String pointer, String detail) {}

    private OperationRefused(HttpStatus status, String type, String title, String detail) {
        super(status, problem(status, type, title, detail), null);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(BASE + type));
        problem.setTitle(title);
        return problem;
    }

    static OperationRefused of(DecisionRefused refused) {
        String detail = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN ->
                new OperationRefused(HttpStatus.NOT_FOUND, "dead-letter-not-found", "Dead letter not found", detail);
            case DECIDED -> new OperationRefused(HttpStatus.CONFLICT, "already-decided", "Already decided", detail);
            case REBUILDING -> new OperationRefused(HttpStatus.CONFLICT, "rebuild-at-work", "Rebuild at work", detail);
            case NO_LISTENER -> new OperationRefused(HttpStatus.CONFLICT, "no-listener", "No listener", detail);
            case OTHER_VERSION -> invalid("/value", "must keep the version of the record: " + detail);
            case STILL_REFUSED ->
                new OperationRefused(HttpStatus.UNPROCESSABLE_CONTENT, "still-refused", "Still refused", detail);
        };
    }

    static OperationRefused noSwitch() {
        return new OperationRefused(
                HttpStatus.NOT_FOUND,
                "switch-not-found",
                "Switch not found",
                "There is nothing of this name to pause.");
    }

    static OperationRefused noProjection() {
        return new OperationRefused(
                HttpStatus.NOT_FOUND,
                "projection-not-found",
                "Projection not found",
                "There is nothing of this name to build anew.");
    }

    static OperationRefused rebuilding() {
        return new OperationRefused(
                HttpStatus.CONFLICT, "rebuild-at-work", "Rebuild at work", "It is being built anew already.");
    }

    /// Named for its status: the type for rebuilds says that one is at work, and never another thing.
    static OperationRefused notRebuilding() {
        return of(HttpStatus.CONFLICT, "It is not being built anew.");
    }

    private static OperationRefused of(HttpStatus status, String detail) {
        String title = status.getReasonPhrase();
        return new OperationRefused(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail);
    }

    static OperationRefused staleForm() {
        return new OperationRefused(HttpStatus.FORBIDDEN, "form-expired", "Once more, please", FormToken.FOREIGN);
    }

    static OperationRefused invalid(String pointer, String detail) {
        var refused = new OperationRefused(
                HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", "Some of the input cannot be accepted.");
        refused.getBody().setProperty("errors", List.of(new Fault(pointer, detail)));
        return refused;
    }

    /// In one line, for a page.
    public String inWords() {
        Object errors = refusedFaults();
        return errors instanceof List<?> faults && !faults.isEmpty() && faults.getFirst() instanceof Fault fault
                ? fault.pointer().replaceFirst("^/", "") + " " + fault.detail()
                : String.valueOf(getBody().getDetail());
    }

    private Object refusedFaults() {
        var properties = getBody().getProperties();
        return properties == null ? List.of() : properties.getOrDefault("errors", List.of());
    }
}
