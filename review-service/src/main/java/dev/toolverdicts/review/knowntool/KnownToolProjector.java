package dev.toolverdicts.review.knowntool;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps the known tools in step with the catalog's topic.
@Component
class KnownToolProjector {

    private final Inbox inbox;
    private final KnownToolRepository tools;
    private final ToolsSeen seen;
    private final ToolReleased released;
    private final ToolArrivals arrivals;

    KnownToolProjector(
            Inbox inbox, KnownToolRepository tools, ToolsSeen seen, ToolReleased released, ToolArrivals arrivals) {
        this.inbox = inbox;
        this.tools = tools;
        this.seen = seen;
        this.released = released;
        this.arrivals = arrivals;
    }

    /// Its second name: it has read the topic again to learn categories, beside copies that knew none.
    @KafkaListener(id = "review-known-tools-2", topics = "catalog.tool.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, ToolState.class, this::apply);
    }

    void apply(List<Received<ToolState>> received) {
        for (Received<ToolState> one : received) {
            KnownToolRepository.Saved saved = tools.save(one.data());
            if (saved.isNewer()) {
                seen.seen(one.data().toolId(), one.time());
            }
            if (saved.released()) {
                released.released(one.data().toolId());
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                arrivals.ring();
            }
        });
    }
}
