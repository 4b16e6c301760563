package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.card.TakeSums;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What a critic's verdicts add up to: how often they ship, where they stand alone, and whether the
/// community sees it as they do.
///
/// @param total of all categories together
/// @param categories those with a verdict by the critic, by name
public record CriticStatistics(Reviewer critic, Figures total, List<OfCategory> categories, Instant asOf) {

    public record Reviewer(String key, String name, String role) {}

    public record OfCategory(String key, String name, Figures figures) {}

    /// @param shipRate the share of ships in whole percent, null without a verdict
    /// @param meanScore to one decimal, null without a verdict
    /// @param decided reviewed tools on which the panel has a verdict
    /// @param loneDissents of the decided ones, those with nobody else on the critic's side
    /// @param compared reviewed tools whose community leans one way, with five counted votes or
    ///     more
    /// @param agreed of the compared ones, those that lean the critic's way
    /// @param agreement the share of those in whole percent, null when none can be compared
    public record Figures(
            int reviewed,
            int shipped,
            @Nullable Integer shipRate,
            @Nullable Double meanScore,
            int decided,
            int loneDissents,
            int compared,
            int agreed,
            @Nullable Integer agreement) {

        static Figures of(List<TakeSums> sums) {
            int reviewed = sum(sums, TakeSums::takes);
            int shipped = sum(sums, TakeSums::ships);
            int compared = sum(sums, TakeSums::compared);
            int agreed = sum(sums, TakeSums::agreed);
            return new Figures(
                    reviewed,
                    shipped,
                    pct(shipped, reviewed),
                    reviewed == 0 ? null : Math.round(10.0 * sum(sums, TakeSums::scores) / reviewed) / 10.0,
                    sum(sums, TakeSums::decided),
                    sum(sums, TakeSums::alone),
                    compared,
                    agreed,
                    pct(agreed, compared));
        }

        private static int sum(List<TakeSums> sums, ToIntFunction<TakeSums> what) {
            return sums.stream().mapToInt(what).sum();
        }

        /// Halves up, as everywhere.
        private static @Nullable Integer pct(int part, int all) {
            return all == 0 ? null : (200 * part + all) / (2 * all);
        }
    }

    /// @param sums those of the critic, one per category
    public static CriticStatistics of(CriticProfile critic, List<TakeSums> sums) {
        return new CriticStatistics(
                new Reviewer(critic.key(), critic.name(), critic.roleLabel()),
                Figures.of(sums),
                sums.stream()
                        .map(each -> new OfCategory(each.category(), each.categoryName(), Figures.of(List.of(each))))
                        .sorted(Comparator.comparing(OfCategory::name))
                        .toList(),
                sums.stream().map(TakeSums::asOf).max(Instant::compareTo).orElse(Instant.EPOCH));
    }
}
