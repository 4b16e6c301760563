package dev.toolverdicts.catalog.site;

/// Says who or what wrote the takes.
final class Authors {

    private Authors() {}

    static String kind(String authorKind) {
        return switch (authorKind) {
            case "human" -> "Human critic";
            case "ai_drafted" -> "AI-drafted, edited by a person";
            default -> "AI persona";
        };
    }
}
