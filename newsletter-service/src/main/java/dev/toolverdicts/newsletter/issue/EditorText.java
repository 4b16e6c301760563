package dev.toolverdicts.newsletter.issue;

import org.jspecify.annotations.Nullable;

/// What editors may write. A subject is a header of the mail, so nothing in it may end a line in any encoding.
public final class EditorText {

    public static final int LONGEST_SUBJECT = 150;
    public static final int LONGEST_INTRO = 4000;
    public static final int LONGEST_NOTE = 500;
    public static final int LONGEST_REASON = 500;

    private EditorText() {}

    /// @param lines whether line breaks are allowed
    /// @return what to change; null when nothing
    public static @Nullable String complaint(String text, int longest, boolean lines) {
        if (text.codePointCount(0, text.length()) > longest) {
            return "must have at most %d characters".formatted(longest);
        }
        return text.codePoints().anyMatch(character -> isForbidden(character, lines))
                ? "must not hold control characters or line breaks that have no place here"
                : null;
    }

    private static boolean isForbidden(int character, boolean lines) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !(lines && (character == '\n' || character == '\r'));
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
