package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.List;

/// The votes of one poll as columns.
record VoteBatch(
        Object[] tools,
        Object[] voters,
        Object[] choices,
        Object[] tiers,
        Object[] networks,
        Object[] sinceMicros,
        Object[] partitions,
        Object[] offsets,
        Object[] castMicros) {

    static VoteBatch of(List<Received<CastVote>> received) {
        List<Received<CastVote>> votes = LastPerKey.of(received);
        var batch = new VoteBatch(votes.size());
        for (int i = 0; i < votes.size(); i++) {
            batch.put(i, votes.get(i));
        }
        return batch;
    }

    private VoteBatch(int size) {
        this(
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size]);
    }

    private void put(int i, Received<CastVote> received) {
        CastVote vote = received.data();
        tools[i] = vote.toolId();
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
