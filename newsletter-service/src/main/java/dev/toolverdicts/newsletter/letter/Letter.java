package dev.toolverdicts.newsletter.letter;

import java.util.List;

/// A mail of some sentences and links.
///
/// @param closing what stands under the links
public record Letter(String subject, List<String> sentences, List<Link> links, List<String> closing) {

    public Letter {
        sentences = List.copyOf(sentences);
        links = List.copyOf(links);
        closing = List.copyOf(closing);
    }

    /// @param words what opens there
    public record Link(String words, String url) {}
}
