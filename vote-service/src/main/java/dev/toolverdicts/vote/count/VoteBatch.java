package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The votes of one poll as columns. Their types are those that the driver sends in binary form; ids it sends as
/// text, so each tool goes once.
///
/// @param toolOf the place in `tools`, from 1, of each vote's tool
record VoteBatch(
        UUID[] tools,
        Integer[] toolOf,
        UUID[] voters,
        String[] choices,
        String[] tiers,
        @Nullable String[] networks,
        @Nullable String[] sites,
        @Nullable Long[] sinceMicros,
        Integer[] partitions,
        Long[] offsets,
        Long[] castMicros) {

    static VoteBatch of(List<Received<CastVote>> received) {
        List<Received<CastVote>> votes = LastPerKey.of(received);
        List<UUID> tools = new ArrayList<>();
        var toolOf = new Integer[votes.size()];
        for (int i = 0; i < toolOf.length; i++) {
            UUID tool = votes.get(i).data().toolId();
            // They come in the order of their tools.
            if (tools.isEmpty() || !tools.getLast().equals(tool)) {
                tools.add(tool);
            }
            toolOf[i] = tools.size();
        }
        var columns = new Columns<>(votes);
        return new VoteBatch(
                tools.toArray(UUID[]::new),
                toolOf,
                columns.ids(it -> it.data().voterId()),
                columns.texts(it -> it.data().choice().toString()),
                columns.texts(it -> it.data().tier()),
                columns.textsOrNull(it -> it.data().networkHash()),
                columns.textsOrNull(it -> it.data().arrivalSite()),
                columns.longsOrNull(it -> sinceMicros(it.data())),
                columns.ints(Received::partition),
                columns.longs(Received::offset),
                columns.longs(it -> Moments.micros(it.data().castAt())));
    }

    private static @Nullable Long sinceMicros(CastVote vote) {
        return vote.voterSince() == null ? null : Moments.micros(vote.voterSince());
    }
}
