package dev.toolverdicts.review.page;

import static dev.toolverdicts.review.page.SitePage.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.review.critic.AuthorKind;
import dev.toolverdicts.review.helpful.Helpful;
import dev.toolverdicts.review.review.Citation;
import dev.toolverdicts.review.review.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the page writes what reviews are made of, as HTML.
public final class Words {

    private static final Pattern MARK = Pattern.compile("\\[\\^([1-9][0-9]?)]");

    private Words() {}

    static String chip(Verdict verdict) {
        return """
                <span class="chip chip-small %1$s"><svg class="mark" aria-hidden="true" focusable="false"><use href="#%1$s"/></svg><span>%2$s</span></span>""".formatted(verdict, verdict == Verdict.SHIP ? "Ship" : "Skip");
    }

    public static String kind(AuthorKind kind) {
        return switch (kind) {
            case HUMAN -> "Human critic";
            case AI_DRAFTED -> "AI-drafted, edited by a person";
            case AI_PERSONA -> "AI persona · sample";
        };
    }

    static String stated(@Nullable String text) {
        return text == null ? "<span class=\"quiet\">Not stated</span>" : escaped(text);
    }

    public static String day(Instant time) {
        return "<time datetime=\"%1$s\">%1$s</time>"
                .formatted(time.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// Markup in a text is shown, never obeyed; only what names a source is a link to it.
    public static String paragraphs(String text, List<Citation> citations) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R", -1))
                .map(paragraph -> "<p>%s</p>".formatted(linked(escaped(paragraph.strip()), citations)))
                .collect(joining());
    }

    private static String linked(String html, List<Citation> citations) {
        return MARK.matcher(html).replaceAll(mark -> Matcher.quoteReplacement(link(mark, citations)));
    }

    private static String link(MatchResult mark, List<Citation> citations) {
        int id = Integer.parseInt(mark.group(1));
        return citations.stream().anyMatch(citation -> citation.id() == id)
                ? "<a href=\"#source-%1$d\">[%1$d]</a>".formatted(id)
                : "[%d]".formatted(id);
    }

    public static String sources(List<Citation> citations) {
        return citations.isEmpty()
                ? ""
                : citations.stream()
                        .map(citation ->
                                "<li id=\"source-%1$d\">[%1$d] <a href=\"%2$s\" rel=\"noopener nofollow\">%3$s</a></li>"
                                        .formatted(citation.id(), escaped(citation.url()), escaped(name(citation))))
                        .collect(joining("", "<ul class=\"lines small\" aria-label=\"Sources\">", "</ul>"));
    }

    private static String name(Citation citation) {
        String title = citation.title();
        return title == null ? citation.url() : title;
    }

    /// "3 of 4 readers found it helpful."
    static String found(Helpful helpful) {
        int all = helpful.yes() + helpful.no();
        if (all == 0) {
            return "No reader has said yet.";
        }
        return "%d of %d %s found it helpful.".formatted(helpful.yes(), all, all == 1 ? "reader" : "readers");
    }
}
