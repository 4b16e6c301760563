package dev.toolverdicts.vote.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Input with a fault at a JSON Pointer (for a query or form field: a slash and its name).
public final class InvalidInput extends Refusal {

    public record Fault(String pointer, String detail) {}

    private final transient Fault fault;

    public InvalidInput(String pointer, String detail) {
        super(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", "Some of the input cannot be accepted.");
        this.fault = new Fault(pointer, detail);
        getBody().setProperty("errors", List.of(fault));
    }

    /// The fault as a sentence for people.
    String inWords() {
        String what = fault.pointer().isEmpty() ? "input" : fault.pointer().substring(1);
        return "The %s %s.".formatted(what, fault.detail());
    }
}
