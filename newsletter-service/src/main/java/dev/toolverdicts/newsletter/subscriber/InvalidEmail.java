package dev.toolverdicts.newsletter.subscriber;

/// Text that is no address a mail may be sent to; the message says what to change and never repeats the text.
public final class InvalidEmail extends IllegalArgumentException {

    InvalidEmail(String message) {
        super(message);
    }
}
