package dev.toolverdicts.newsletter.preference;

/// A form that holds what cannot be chosen; the message says what to change and does not repeat it.
final class InvalidPreferences extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidPreferences(String message) {
        super(message);
    }
}
