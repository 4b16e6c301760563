package dev.toolverdicts.catalog.mcp;

/// There is nothing by the name that was asked for; the message says what to do instead.
final class NothingFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingFound(String message) {
        super(message, null, false, false);
    }
}
