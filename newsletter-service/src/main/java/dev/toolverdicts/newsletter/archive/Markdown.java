package dev.toolverdicts.newsletter.archive;

/// What editors wrote stays text in Markdown: it begins no link, no markup and no block.
final class Markdown {

    private Markdown() {}

    /// In the middle of a line.
    static String text(String words) {
        return words.replaceAll("\\s+", " ").strip().replaceAll("([\\\\\\[\\]()<>`*_|~])", "\\\\$1");
    }

    /// At the beginning of a line, where more begins something.
    static String line(String words) {
        return text(words).replaceFirst("^([#+=-])", "\\\\$1").replaceFirst("^([0-9]+)\\.", "$1\\\\.");
    }
}
