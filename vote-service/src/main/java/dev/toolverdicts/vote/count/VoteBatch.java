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
        @Nullable Long[] sinceMicros,
        Integer[] partitions,
        Long[] offsets,
        Long[] castMicros) {

    static VoteBatch of(List<Received<CastVote>> received) {
        List<Received<CastVote>> votes = LastPerKey.of(received);
        List<UUID> tools = new ArrayList<>();
        var batch = new VoteBatch(votes.size());
        for (int i = 0; i < votes.size(); i++) {
            UUID tool = votes.get(i).data().toolId();
            // They come in the order of their tools.
            if (tools.isEmpty() || !tools.getLast().equals(tool)) {
                tools.add(tool);
            }
            batch.put(i, tools.size(), votes.get(i));
        }
        return batch.with(tools.toArray(UUID[]::new));
    }

    private VoteBatch(int size) {
        this(
                new UUID[0],
                new Integer[size],
                new UUID[size],
                new String[size],
                new String[size],
                new String[size],
                new Long[size],
                new Integer[size],
                new Long[size],
                new Long[size]);
    }

    private VoteBatch with(UUID[] those) {
        return new VoteBatch(
                those, toolOf, voters, choices, tiers, networks, sinceMicros, partitions, offsets, castMicros);
    }

    private void put(int i, int tool, Received<CastVote> received) {
        CastVote vote = received.data();
        toolOf[i] = tool;
        voters[i] = vote.voterId();
        choices[i] = vote.choice().toString();
        tiers[i] = vote.tier();
        networks[i] = vote.networkHash();
        sinceMicros[i] = vote.voterSince() == null ? null : Moments.micros(vote.voterSince());
        partitions[i] = received.partition();
        offsets[i] = received.offset();
        castMicros[i] = Moments.micros(vote.castAt());
    }
}
