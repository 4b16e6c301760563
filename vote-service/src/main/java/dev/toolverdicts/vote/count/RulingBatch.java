package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.List;

/// The rulings of one poll as columns.
record RulingBatch(
        Object[] tools,
        Object[] voters,
        Object[] rulings,
        Object[] reasons,
        Object[] upTo,
        Object[] partitions,
        Object[] offsets,
        Object[] ruledMicros) {

    static RulingBatch of(List<Received<VoteRuling>> received) {
        List<Received<VoteRuling>> rulings = LastPerKey.of(received);
        var batch = new RulingBatch(rulings.size());
        for (int i = 0; i < rulings.size(); i++) {
            batch.put(i, rulings.get(i));
        }
        return batch;
    }

    private RulingBatch(int size) {
        this(
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size],
                new Object[size]);
    }

    private void put(int i, Received<VoteRuling> received) {
        VoteRuling ruling = received.data();
        tools[i] = ruling.toolId();
        voters[i] = ruling.voterId();
        rulings[i] = ruling.ruling().toString();
        reasons[i] = ruling.reason();
        upTo[i] = ruling.upToOffset();
        partitions[i] = received.partition();
        offsets[i] = received.offset();
        ruledMicros[i] = Moments.micros(ruling.ruledAt());
    }
}
