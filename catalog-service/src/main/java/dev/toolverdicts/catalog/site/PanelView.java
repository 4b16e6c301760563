package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights.Standing;

/// The panel's verdict on one tool: word, share, counts, and one mark per critic.
///
/// @param label what the figure is a share of
/// @param yes the outline of the marks of those who ship it, as an SVG path
/// @param no of those who skip it
/// @param none of those who have not spoken
record PanelView(
        VerdictView verdict,
        String label,
        String figure,
        boolean pending,
        String counts,
        int ships,
        int skips,
        int critics,
        String yes,
        String no,
        String none) {

    private static final int STEP = 18;

    static PanelView of(ToolCard.Panel panel) {
        VerdictView word = VerdictView.of(panel.verdict());
        boolean pending = word.key().equals("pending");
        String figure = pending || panel.pct() == null ? "Pending" : panel.pct() + "%";
        int ships = panel.ships();
        int spoken = ships + panel.skips();
        return new PanelView(
                word,
                "Panel ship",
                figure,
                pending,
                panel.counts(),
                ships,
                panel.skips(),
                panel.critics(),
                circles(0, ships, 6),
                circles(ships, spoken, 6),
                circles(spoken, panel.critics(), 2));
    }

    /// The same with the share as a reader weighs the critics. Verdict, counts and marks stay the
    /// panel's.
    PanelView weighed(Standing standing) {
        String share = standing.place() == null || standing.pct() == null ? "Pending" : standing.pct() + "%";
        return new PanelView(
                verdict,
                label + ", by your weights",
                share,
                standing.place() == null,
                counts,
                ships,
                skips,
                critics,
                yes,
                no,
                none);
    }

    /// All of a kind in one path: a page of tools has hundreds of marks, and each element costs.
    private static String circles(int from, int to, int radius) {
        var path = new StringBuilder();
        for (int i = from; i < to; i++) {
            path.append('M').append(8 + STEP * i - radius).append(" 8");
            arc(path, radius, 2 * radius);
            arc(path, radius, -2 * radius);
        }
        return path.toString();
    }

    private static void arc(StringBuilder path, int radius, int across) {
        path.append('a')
                .append(radius)
                .append(' ')
                .append(radius)
                .append(" 0 1 0 ")
                .append(across)
                .append(" 0");
    }

    int reviewed() {
        return ships + skips;
    }

    public String reach() {
        return reviewed() + " of " + critics + " critics";
    }

    public String split() {
        return ships + "–" + skips;
    }

    public String spoken() {
        return "%d ship, %d skip, %d not reviewed".formatted(ships, skips, Math.max(0, critics - reviewed()));
    }

    public int marksWidth() {
        return STEP * Math.max(critics, reviewed()) - 2;
    }
}
