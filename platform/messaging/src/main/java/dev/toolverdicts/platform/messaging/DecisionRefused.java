package dev.toolverdicts.platform.messaging;

import java.io.Serial;

/// A decision about a dead letter that cannot be made, or not now.
public final class DecisionRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public enum Why {
        /// There is no such letter.
        UNKNOWN,
        /// It was decided about otherwise before.
        DECIDED,
        /// The listener cannot apply it as it is now either.
        STILL_REFUSED,
        /// The repaired value says another version than the record.
        OTHER_VERSION,
        /// A table that it would change is being built anew and has passed its place.
        REBUILDING,
        /// Nothing in this copy of the service listens to its topic under its consumer's name.
        NO_LISTENER
    }

    private final Why why;

    public DecisionRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
