package dev.toolverdicts.newsletter.issue;

/// The two bodies of the mail, with the placeholders of each recipient's own links.
public record IssueParts(String html, String text) {

    public IssueParts {
        if (html.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a mail has both parts");
        }
    }
}
