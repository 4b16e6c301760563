package dev.toolverdicts.review.review;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A text of a request that is shown on one line, and that may be missing.
final class Line {

    private Line() {}

    /// @param complain told what is wrong with it; then there is no text
    static @Nullable String read(@Nullable JsonNode node, int longest, Consumer<String> complain) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            complain.accept("must be a text or null");
            return null;
        }
        String text = node.stringValue().strip();
        String complaint = complaint(text, longest);
        if (complaint != null) {
            complain.accept(complaint);
            return null;
        }
        return text;
    }

    private static @Nullable String complaint(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            return "must not be blank";
        }
        if (length > longest) {
            return "must have at most %d characters, has %d".formatted(longest, length);
        }
        return text.codePoints().anyMatch(character -> Character.isISOControl(character) || isHalfOfAPair(character))
                ? "must be one line without control characters or broken characters"
                : null;
    }

    static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
