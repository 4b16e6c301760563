package dev.toolverdicts.catalog.duel;

import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps duels in step with their topics.
@Component
class DuelProjector {

    private final Inbox inbox;
    private final DuelRepository duels;
    private final ChangeRepository changes;

    DuelProjector(Inbox inbox, DuelRepository duels, ChangeRepository changes) {
        this.inbox = inbox;
        this.duels = duels;
        this.changes = changes;
    }

    /// Choices come as fast as visitors make them. A second's are read together: to say that there are
    /// any takes a lock that all who say something share.
    @KafkaListener(
            id = "catalog-duels",
            topics = "vote.duel.v1",
            properties = {"fetch.min.bytes=1048576", "fetch.max.wait.ms=1000"})
    void onPair(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, PairState.class, events -> {
            events.forEach(event -> duels.save(event.data()));
            changes.ofTools(
                    "duel",
                    events.stream()
                            .flatMap(event ->
                                    Stream.of(event.data().toolA(), event.data().toolB()))
                            .distinct()
                            .toList());
        });
    }

    @KafkaListener(id = "catalog-duel-ranks", topics = "vote.duel-rank.v1")
    void onRank(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, RankState.class, events -> {
            events.forEach(event -> duels.save(event.data()));
            changes.of("ranks");
        });
    }
}
