package dev.toolverdicts.catalog.duel;

import java.time.Instant;
import java.util.List;

/// The tools of one category ranked by their duels with each other.
///
/// @param duels ballots it follows from
/// @param rows by group, then by place
public record DuelRank(long duels, List<Row> rows, Instant asOf) {

    public record Named(String slug, String name) {}

    /// @param group tools of different groups are unranked against each other
    /// @param share chance to win against an average tool of the group, with likely bounds, from 0 to 1
    public record Row(
            int group,
            int place,
            Named tool,
            double share,
            double low,
            double high,
            long wins,
            long losses,
            long ties) {}
}
