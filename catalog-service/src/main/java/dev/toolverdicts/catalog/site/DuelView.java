package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.duel.PairCounts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of two tools the visitor would ship, what all voters would, and what the form needs.
///
/// @param sides in the order of the columns
/// @param said what the visitor has chosen, in words; null for nothing
/// @param counts of all voters, in words: never a percentage, since a pair is no poll
record DuelView(
        String action,
        String back,
        String formToken,
        List<Side> sides,
        boolean tied,
        @Nullable String said,
        String state,
        String counts,
        String ranks) {

    private static final String TIE = "tie";

    /// @param winner what the form sends: a is the first tool of the canonical address
    record Side(String winner, String name, boolean chosen) {}

    /// @param counts the newest that are known
    static DuelView of(Comparison comparison, OwnVotes own, PairCounts counts, String back) {
        OwnVotes.Duel duel = own.duel();
        String winner = duel == null ? null : duel.winner();
        List<Side> sides = comparison.tools().stream()
                .map(tool -> side(tool, comparison.pairKey(), winner))
                .toList();
        return new DuelView(
                "/duel/" + comparison.pairKey(),
                back,
                own.formToken(),
                sides,
                TIE.equals(winner),
                said(sides, winner),
                duel == null
                        ? "Your own choice is not at hand just now."
                        : winner == null ? "One choice per pair. You can change it." : " · counted",
                counts(sides, counts),
                "/category/" + comparison.tools().getFirst().category().key());
    }

    private static Side side(ToolCard tool, String pairKey, @Nullable String winner) {
        String letter = CompareAddress.slugs(pairKey).getFirst().equals(tool.slug()) ? "a" : "b";
        return new Side(letter, tool.name(), letter.equals(winner));
    }

    private static @Nullable String said(List<Side> sides, @Nullable String winner) {
        if (TIE.equals(winner)) {
            return "You called it a tie";
        }
        return sides.stream()
                .filter(Side::chosen)
                .map(side -> "You would ship " + side.name())
                .findFirst()
                .orElse(null);
    }

    private static String counts(List<Side> sides, PairCounts counts) {
        if (counts.all() == 0) {
            return "Nobody has chosen between the two yet. Yours would be the first choice.";
        }
        String each = sides.stream()
                .map(side ->
                        side.name() + " " + Words.number(side.winner().equals("a") ? counts.first() : counts.second()))
                .collect(Collectors.joining(", "));
        return "Of %s: %s, a tie %s.".formatted(Words.count(counts.all(), "choice"), each, Words.number(counts.ties()));
    }
}
