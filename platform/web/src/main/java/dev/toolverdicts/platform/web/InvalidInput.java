package dev.toolverdicts.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Input with one or more faults, each at its JSON Pointer (for a query parameter: a slash and its
/// name; for a header: none, the detail names it).
public final class InvalidInput extends Refusal {

    public record Fault(String pointer, String detail) {}

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", "Some of the input cannot be accepted.");
        this.faults = List.copyOf(faults);
        getBody().setProperty("errors", this.faults);
    }

    /// One fault.
    public static InvalidInput of(String pointer, String detail) {
        return new InvalidInput(List.of(new Fault(pointer, detail)));
    }

    /// A fault of a header, which no pointer can point at.
    public static InvalidInput ofHeader(String name, String detail) {
        return of("", "the " + name + " header " + detail);
    }

    public List<Fault> faults() {
        return faults;
    }
}
