package dev.toolverdicts.newsletter.mail;

/// What is known of a message that was to be handed over.
public sealed interface Outcome {

    /// The server answers for it now.
    record Accepted(int code, String reply) implements Outcome {}

    /// The server will never take it (5xx).
    record Rejected(int code, String reply) implements Outcome {}

    /// Surely not taken this time: 4xx, or the connection was lost before the dot. Code 0 when the server said
    /// nothing.
    record Deferred(int code, String reply) implements Outcome {}

    /// The dot may have arrived, but no reply has: it was taken or was not.
    record InDoubt(String reason) implements Outcome {}

    /// There was no connection to begin with, so it says nothing about this message.
    record Unreachable(String reason) implements Outcome {}

    /// The dot was withheld, as [BeforeDot] wanted.
    record Withheld() implements Outcome {}

    /// @param code a reply's that came after the dot or instead of it
    static Outcome of(int code, String reply) {
        return switch (code / 100) {
            case 2 -> new Accepted(code, reply);
            case 4 -> new Deferred(code, reply);
            case 5 -> new Rejected(code, reply);
            default -> new InDoubt("unexpected reply " + code);
        };
    }
}
