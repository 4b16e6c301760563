package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.web.InvalidInput.Fault;
import dev.toolverdicts.catalog.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/// A cursor that is not one of ours, or belongs to another order.
public final class IllegalCursor extends Refusal {

    private static final long serialVersionUID = 1L;

    IllegalCursor() {
        super(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", "Some of the input cannot be accepted.");
        getBody()
                .setProperty(
                        "errors",
                        List.of(new Fault("/cursor", "must be a cursor from an earlier answer to the same request")));
    }
}
