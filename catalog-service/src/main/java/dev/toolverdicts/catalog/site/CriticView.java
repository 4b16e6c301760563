package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticStatistics;
import dev.toolverdicts.catalog.critic.CriticStatistics.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A critic as the pages introduce them.
record CriticView(
        String key,
        String name,
        String role,
        String motto,
        List<String> persona,
        List<String> likes,
        List<String> dislikes,
        String kind,
        String record,
        List<Line> lines,
        List<Line> categories) {

    /// A figure with what it is of.
    ///
    /// @param point where a share is drawn, as a length of an SVG; null under five, and for what is no share
    record Line(String term, String text, @Nullable String point) {

        private static Line of(String term, int part, int all, String what, String more) {
            return new Line(
                    term,
                    share(part, all, what) + more,
                    ToolCard.Community.areEnough(all) ? Words.percent(100.0 * part / all) : null);
        }
    }

    static CriticView of(CriticProfile critic, CriticStatistics statistics) {
        return new CriticView(
                critic.key(),
                critic.name(),
                critic.roleLabel(),
                critic.motto(),
                Words.paragraphs(critic.persona()),
                critic.likes(),
                critic.dislikes(),
                Authors.kind(critic.authorKind()),
                record(statistics.total()),
                lines(statistics.total()),
                statistics.categories().stream()
                        .map(each -> new Line(each.name(), inShort(each.figures()), null))
                        .toList());
    }

    /// "1 tool, 1 shipped".
    static String record(Figures figures) {
        return Words.count(figures.reviewed(), "tool") + ", " + Words.number(figures.shipped()) + " shipped";
    }

    private static List<Line> lines(Figures figures) {
        return figures.reviewed() == 0
                ? List.of()
                : List.of(
                        Line.of("Ships", figures.shipped(), figures.reviewed(), "reviewed tool", ""),
                        new Line("Mean score", figures.meanScore() + " of 100", null),
                        figures.decided() == 0
                                ? new Line("Stands alone", "No reviewed tool has a verdict yet", null)
                                : Line.of("Stands alone", figures.loneDissents(), figures.decided(), "verdict", ""),
                        figures.compared() == 0
                                ? new Line("With the voters", "No reviewed tool has five votes and a lead yet", null)
                                : Line.of(
                                        "With the voters",
                                        figures.agreed(),
                                        figures.compared(),
                                        "tool",
                                        " with five votes and a lead"));
    }

    private static String inShort(Figures figures) {
        return "%d of %d shipped · mean %s · alone %d of %d · with the voters %d of %d"
                .formatted(
                        figures.shipped(),
                        figures.reviewed(),
                        figures.meanScore(),
                        figures.loneDissents(),
                        figures.decided(),
                        figures.agreed(),
                        figures.compared());
    }

    /// Under five there is a count and no percentage.
    private static String share(int part, int all, String what) {
        String counts = Words.number(part) + " of " + Words.count(all, what);
        return ToolCard.Community.areEnough(all) ? counts + ", " + (200 * part + all) / (2 * all) + "%" : counts;
    }
}
