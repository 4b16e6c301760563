package dev.toolverdicts.newsletter.digest;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Newest;
import dev.toolverdicts.platform.messaging.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the digest in step with the catalog, the panel and the community. The topics may come in any order: a panel or
/// a tally waits unseen until its tool is known.
@Component
class DigestProjector {

    private final Inbox inbox;
    private final DigestRepository digest;

    DigestProjector(Inbox inbox, DigestRepository digest) {
        this.inbox = inbox;
        this.digest = digest;
    }

    @KafkaListener(id = "newsletter-digest-tools", topics = "catalog.tool.v1")
    void onTools(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                ToolState.class,
                received -> received.stream().map(Received::data).forEach(digest::save));
    }

    @KafkaListener(id = "newsletter-digest-panels", topics = "review.panel.v1")
    void onPanels(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                PanelState.class,
                received -> received.stream().map(Received::data).forEach(digest::save));
    }

    /// A draft needs no tally of this second: many are read at once, and of each tool only the newest is kept.
    @KafkaListener(
            id = "newsletter-digest-tallies",
            topics = "vote.tally.v1",
            properties = {"fetch.min.bytes=1048576", "fetch.max.wait.ms=1000"})
    void onTallies(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                TallyState.class,
                received -> digest.save(Newest.of(received, TallyState::toolId, TallyState::version)));
    }
}
