package dev.toolverdicts.vote.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Input with a fault at a JSON Pointer (for a query or form field: a slash and its name).
public final class InvalidInput extends Refusal {

    public record Fault(String pointer, String detail) {}

    public InvalidInput(String pointer, String detail) {
        super(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", "Some of the input cannot be accepted.");
        getBody().setProperty("errors", List.of(new Fault(pointer, detail)));
    }
}
