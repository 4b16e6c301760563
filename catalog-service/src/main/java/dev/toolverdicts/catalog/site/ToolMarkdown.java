package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.stream.Collectors;

/// A tool's page as a document for programs that read for people: the same words and figures, with
/// their time and where they stand.
record ToolMarkdown(ToolCard card, List<Take> takes, Source source, String address) {

    String text() {
        ToolView tool = ToolView.of(card);
        PanelView panel = tool.panel();
        var text = new StringBuilder("# ").append(Markdown.text(card.name())).append("\n\n");
        text.append("> ").append(Markdown.line(card.tagline())).append("\n\n");
        fact(text, "Page", Markdown.link(address));
        fact(text, "As of", card.asOf().toString());
        fact(text, "Category", Markdown.text(card.category().name()));
        fact(text, "Panel verdict", "%s, %s, %s".formatted(panel.verdict().word(), panel.counts(), panel.reach()));
        fact(
                text,
                "Community",
                Markdown.text(
                        tool.community().figure() + " · " + tool.community().text()));
        fact(text, "Entry", Markdown.text(tool.entry()));
        fact(
                text,
                "Price",
                Markdown.text(tool.price()) + seen(tool) + tool.priceFact().mark());
        fact(text, "Licence", Markdown.text(tool.license()) + tool.licenseFact().mark());
        fact(text, "Best for", Markdown.text(tool.bestFor()));
        if (tool.notFor() != null) {
            fact(text, "Not for", Markdown.text(tool.notFor()));
        }
        if (tool.notice() != null) {
            fact(text, "Note", Markdown.text(tool.notice()));
        }
        if (source.website() != null) {
            fact(text, "Official site", Markdown.link(source.website()));
        }
        fact(text, "Why these votes", Markdown.link(source.votes()));
        text.append("\n## The panel’s take\n\n")
                .append(paragraphs(tool.summary(), ""))
                .append('\n');
        text.append("\n## Reviews\n");
        if (takes.isEmpty()) {
            text.append("\nNo critic has reviewed it yet.\n");
        }
        takes.forEach(take -> take(text, take));
        return text.toString();
    }

    private static void fact(StringBuilder text, String label, String value) {
        text.append("- ").append(label).append(": ").append(value).append('\n');
    }

    private static String seen(ToolView tool) {
        return tool.priceSeen() == null ? "" : ", seen " + tool.priceSeen();
    }

    /// As of the card's time, not of now: the tag of the document knows only the card.
    private void take(StringBuilder text, Take take) {
        TakeView view = TakeView.of(take, card.slug(), card.asOf());
        text.append("\n### ").append(Markdown.text(view.criticName())).append(", ");
        text.append(Markdown.text(view.criticRole()))
                .append(": ")
                .append(view.verdict().word());
        text.append(", ").append(view.score()).append("/100\n\n");
        text.append(paragraphs(view.paragraphs(), "> ")).append("\n\n");
        text.append(Markdown.text(view.disclosure()))
                .append(" · ")
                .append(view.date())
                .append(view.revision() > 1 ? " · revision " + view.revision() : "")
                .append('\n');
        notes(text, TakeNotes.of(take, card.slug(), card.asOf()));
        text.append("\nHow it came about: ")
                .append(Markdown.link(address + "/reviews/" + take.criticKey()))
                .append('\n');
    }

    private static void notes(StringBuilder text, TakeNotes notes) {
        if (notes.turn() != null) {
            text.append('\n').append(Markdown.line(notes.turn())).append('\n');
        }
        if (!notes.sources().isEmpty()) {
            text.append('\n');
        }
        for (TakeNotes.Cited source : notes.sources()) {
            fact(text, "Source " + source.id(), cited(source));
        }
    }

    private static String cited(TakeNotes.Cited source) {
        return Markdown.text(source.name()) + (source.address() == null ? "" : " " + Markdown.link(source.address()));
    }

    private static String paragraphs(List<String> paragraphs, String mark) {
        return paragraphs.stream()
                .map(paragraph -> mark + Markdown.line(paragraph))
                .collect(Collectors.joining("\n" + mark.strip() + "\n"));
    }
}
