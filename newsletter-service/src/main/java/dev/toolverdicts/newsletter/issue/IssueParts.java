package dev.toolverdicts.newsletter.issue;

/// The two bodies of the mail, with the placeholders of each recipient's own links.
public record IssueParts(String html, String text) {

    public static final String UNSUBSCRIBE_URL = "{{unsubscribe_url}}";
    public static final String PREFERENCES_URL = "{{preferences_url}}";

    public IssueParts {
        if (html.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a mail has both parts");
        }
    }
}
