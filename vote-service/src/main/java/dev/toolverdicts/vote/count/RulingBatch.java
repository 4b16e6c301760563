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
        var rulings = new Columns<>(LastPerKey.of(received));
        return new RulingBatch(
                rulings.ids(it -> it.data().toolId()),
                rulings.ids(it -> it.data().voterId()),
                rulings.texts(it -> it.data().ruling().toString()),
                rulings.texts(it -> it.data().reason()),
                rulings.longs(it -> it.data().upToOffset()),
                rulings.ints(Received::partition),
                rulings.longs(Received::offset),
                rulings.longs(it -> Moments.micros(it.data().ruledAt())));
    }
}
