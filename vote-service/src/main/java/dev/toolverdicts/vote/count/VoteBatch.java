package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The votes of one poll as columns: only the last record of each key, in the order in which every counter
/// locks them.
record VoteBatch(
        Object[] tools, Object[] voters, Object[] choices, Object[] partitions, Object[] offsets, Object[] castMicros) {

    private static final Comparator<Received<CastVote>> LOCK_ORDER = Comparator.comparing(
                    (Received<CastVote> vote) -> vote.data().toolId())
            .thenComparing(vote -> vote.data().voterId());

    static VoteBatch of(List<Received<CastVote>> votes) {
        Map<String, Received<CastVote>> latest = HashMap.newHashMap(votes.size());
        for (Received<CastVote> vote : votes) {
            latest.merge(key(vote), vote, (one, other) -> one.offset() >= other.offset() ? one : other);
        }
        List<Received<CastVote>> last = new ArrayList<>(latest.values());
        last.sort(LOCK_ORDER);
        return columns(last);
    }

    /// The key decides the partition, and only within one do offsets tell which vote is later.
    private static String key(Received<CastVote> vote) {
        String key = vote.data().toolId() + ":" + vote.data().voterId();
        if (!key.equals(vote.key())) {
            throw new IllegalArgumentException("the key is not toolId:voterId");
        }
        return key;
    }

    private static VoteBatch columns(List<Received<CastVote>> votes) {
        int size = votes.size();
        var batch = new VoteBatch(
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size]);
        for (int i = 0; i < size; i++) {
            Received<CastVote> vote = votes.get(i);
            batch.tools[i] = vote.data().toolId();
            batch.voters[i] = vote.data().voterId();
            batch.choices[i] = vote.data().choice().toString();
            batch.partitions[i] = vote.partition();
            batch.offsets[i] = vote.offset();
            batch.castMicros[i] =
                    ChronoUnit.MICROS.between(Instant.EPOCH, vote.data().castAt());
        }
        return batch;
    }
}
