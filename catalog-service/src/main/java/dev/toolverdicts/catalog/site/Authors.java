package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import org.jspecify.annotations.Nullable;

/// Says who or what wrote the takes.
final class Authors {

    private Authors() {}

    /// Persona takes are written for the sample data and say so.
    static String disclosure(Take take) {
        String sample = take.authorKind().equals("ai_persona") ? " · sample" : "";
        return kind(take.authorKind())
                + sample
                + " · hands-on " + (take.handsOn() ? "yes" : "no")
                + stated("model", take.model())
                + stated("instructions", take.promptVersion());
    }

    private static String stated(String what, @Nullable String value) {
        return value == null ? "" : " · " + what + " " + value;
    }

    static String kind(String authorKind) {
        return switch (authorKind) {
            case "human" -> "Human critic";
            case "ai_drafted" -> "AI-drafted, edited by a person";
            default -> "AI persona";
        };
    }
}
