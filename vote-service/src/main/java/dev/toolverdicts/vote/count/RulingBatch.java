package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.List;
import java.util.UUID;

/// The rulings of one poll as columns.
record RulingBatch(
        UUID[] tools,
        UUID[] voters,
        String[] rulings,
        String[] reasons,
        Long[] upTo,
        Integer[] partitions,
        Long[] offsets,
        Long[] ruledMicros) {

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
                new UUID[size],
                new UUID[size],
                new String[size],
                new String[size],
                new Long[size],
                new Integer[size],
                new Long[size],
                new Long[size]);
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
