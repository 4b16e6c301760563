package dev.toolverdicts.platform.messaging;

import java.io.Serial;

/// A rebuild's positions are gone: somebody has abandoned it, or begun another one.
final class RebuildSuperseded extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RebuildSuperseded() {
        super("the rebuild has been abandoned or begun anew");
    }
}
