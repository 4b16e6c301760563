package dev.toolverdicts.vote.duel;

import java.util.Locale;
import java.util.Optional;

/// Which of two tools somebody would ship.
public enum Winner {
    A,
    B,
    TIE;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Optional<Winner> of(String word) {
        return switch (word) {
            case "a" -> Optional.of(A);
            case "b" -> Optional.of(B);
            case "tie" -> Optional.of(TIE);
            default -> Optional.empty();
        };
    }

    /// The same when the tools change places.
    Winner mirrored() {
        return switch (this) {
            case A -> B;
            case B -> A;
            case TIE -> TIE;
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
