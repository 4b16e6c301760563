package dev.toolverdicts.newsletter.click;

import java.util.List;

/// What became of an issue.
///
/// @param sent messages that a mail server took
/// @param delivered those of them that did not come back
/// @param counted whether clicks are counted
/// @param links in the order of the mail
public record Figures(
        long sent,
        long delivered,
        long bounced,
        long complained,
        long unsubscribed,
        boolean counted,
        List<LinkFigures> links) {

    /// @param people whose mail a person seems to have read
    /// @param machines whose mail a program has opened links of
    public record LinkFigures(String url, long people, long machines) {}

    public Figures {
        links = List.copyOf(links);
    }
}
