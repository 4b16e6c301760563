package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.history.FactChange;
import dev.toolverdicts.catalog.history.NewsItem;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.history.Release;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a tool, as its page shows it.
///
/// @param cut whether there may be more changes than stand here
record PastView(PriceLine prices, List<Line> releases, List<Line> changes, List<Line> news, boolean cut) {

    /// As many of each kind as a page shows.
    static final int MOST = 10;

    record Line(String text, LocalDate day, @Nullable String source) {}

    static PastView of(Past past, Fact price) {
        return new PastView(
                PriceLine.of(past.prices(), price),
                past.releases().stream().map(PastView::line).toList(),
                past.changes().stream().map(PastView::line).toList(),
                past.news().stream().map(PastView::line).toList(),
                past.changes().size() >= MOST);
    }

    private static Line line(Release release) {
        return new Line(release.label(), release.releasedOn(), ToolView.webAddress(release.sourceUrl()));
    }

    private static Line line(FactChange change) {
        return new Line(
                "%s: from %s to %s"
                        .formatted(
                                kind(change.kind()),
                                change.old().text(),
                                change.next().text()),
                TakeView.day(change.at()),
                ToolView.webAddress(change.sourceUrl()));
    }

    private static Line line(NewsItem item) {
        return new Line(item.title(), item.publishedOn(), ToolView.webAddress(item.url()));
    }

    private static String kind(String word) {
        return word.equals("license") ? "Licence" : Words.capital(word);
    }
}
