package dev.toolverdicts.vote.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// The body is no JSON, or JSON of which nobody can say what it means: two values for one field.
public final class MalformedJson extends Refusal {

    public MalformedJson() {
        super(HttpStatus.BAD_REQUEST, "malformed-json", "Malformed JSON", "A JSON body is needed.");
        getBody().setProperty("errors", List.of(new InvalidInput.Fault("", "is not JSON that can be read")));
    }
}
