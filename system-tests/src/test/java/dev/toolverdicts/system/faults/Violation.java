package dev.toolverdicts.system.faults;

/// Something that must not be, in words.
record Violation(Kind kind, String words) {

    /// What the table of a long run adds up apart.
    enum Kind {
        /// An acknowledged vote that does not stand, or is not counted.
        LOST,
        /// A vote that is stored or counted more than once.
        DOUBLE,
        OTHER
    }

    static Violation lost(String words) {
        return new Violation(Kind.LOST, words);
    }

    static Violation twice(String words) {
        return new Violation(Kind.DOUBLE, words);
    }

    static Violation other(String words) {
        return new Violation(Kind.OTHER, words);
    }

    @Override
    public String toString() {
        return words;
    }
}
