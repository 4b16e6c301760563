package dev.toolverdicts.vote.duel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The ranks of one category as they are stored and published.
///
/// @param duels all ballots they follow from
/// @param groups into how many the tools fall that no chain of duels connects
/// @param rows by group, the one with most duels first, then by place
record DuelRankState(String categoryKey, long version, long duels, int groups, List<Row> rows, Instant updatedAt) {

    /// @param place within the group; no two tools of a group share one
    /// @param share chance to win against an average tool of the group, with likely bounds
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
            long ties) {}

    DuelRankState {
        rows = List.copyOf(rows);
    }

    /// Whether readers would see no difference.
    boolean saysTheSame(DuelRankState other) {
        return duels == other.duels && groups == other.groups && rows.equals(other.rows);
    }

    DuelRankState withVersion(long number) {
        return new DuelRankState(categoryKey, number, duels, groups, rows, updatedAt);
    }
}
