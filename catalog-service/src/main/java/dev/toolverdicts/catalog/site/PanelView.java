package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.ArrayList;
import java.util.List;

/// The panel's verdict on one tool: word, share, counts, and one mark per critic.
record PanelView(
        VerdictView verdict,
        String figure,
        boolean pending,
        String counts,
        int ships,
        int skips,
        int critics,
        List<Mark> marks) {

    private static final int STEP = 18;

    /// Filled for a ship, hollow for a skip, a dot for a critic who has not spoken.
    record Mark(String kind, int x, int radius) {}

    static PanelView of(ToolCard.Panel panel) {
        VerdictView word = VerdictView.of(panel.verdict());
        boolean pending = word.key().equals("pending");
        String figure = pending || panel.pct() == null ? "Pending" : panel.pct() + "%";
        int ships = panel.ships();
        int skips = panel.skips();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < Math.max(panel.critics(), ships + skips); i++) {
            String kind = i < ships ? "yes" : i < ships + skips ? "no" : "none";
            marks.add(new Mark(kind, 8 + STEP * i, kind.equals("none") ? 2 : 6));
        }
        return new PanelView(word, figure, pending, panel.counts(), ships, skips, panel.critics(), List.copyOf(marks));
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
        return STEP * marks.size() - 2;
    }
}
