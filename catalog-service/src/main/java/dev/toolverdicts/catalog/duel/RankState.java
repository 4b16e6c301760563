package dev.toolverdicts.catalog.duel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What categories need of `vote.duel-rank.v1`; kept as it came.
record RankState(String categoryKey, long version, long duels, int groups, List<Row> rows, Instant updatedAt) {

    record Row(
            int group,
            int place,
            UUID toolId,
            String slug,
            double share,
            double low,
            double high,
            long wins,
            long losses,
            long ties) {

        Row {
            requireNonNull(toolId, "toolId");
            requireNonNull(slug, "slug");
        }
    }

    RankState {
        requireNonNull(categoryKey, "categoryKey");
        requireNonNull(updatedAt, "updatedAt");
        rows = List.copyOf(rows);
    }
}
