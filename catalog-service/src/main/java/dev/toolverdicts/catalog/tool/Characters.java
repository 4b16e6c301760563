package dev.toolverdicts.catalog.tool;

/// Characters that no text of ours may hold.
final class Characters {

    private Characters() {}

    static boolean isForbidden(int character, boolean lines) {
        return isControl(character, lines) || isHalfOfAPair(character) || turnsTextAround(character);
    }

    private static boolean isControl(int character, boolean lines) {
        boolean lineEnd = lines && (character == '\n' || character == '\t');
        return !lineEnd && (Character.isISOControl(character) || character == 0x2028 || character == 0x2029);
    }

    private static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /// Overrides of the writing direction: they make the rest of a line read as something else.
    private static boolean turnsTextAround(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
