package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Newest;
import dev.toolverdicts.platform.messaging.Received;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Notes what changed. Who is to hear of it is found out afterwards, so that topics may come in any order.
@Component
class AlertProjector {

    private final Inbox inbox;
    private final ChangeRepository changes;
    private final MilestoneRepository milestones;

    AlertProjector(Inbox inbox, ChangeRepository changes, MilestoneRepository milestones) {
        this.inbox = inbox;
        this.changes = changes;
        this.milestones = milestones;
    }

    @KafkaListener(id = "newsletter-alert-tools", topics = "catalog.tool.v1")
    void onTools(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                ToolFacts.class,
                received ->
                        received.stream().map(Received::data).map(Changes::of).forEach(changes::add));
    }

    @KafkaListener(id = "newsletter-alert-panels", topics = "review.panel.v1")
    void onPanels(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                PanelFacts.class,
                received -> received.stream().map(Received::data).forEach(this::note));
    }

    @KafkaListener(id = "newsletter-alert-critics", topics = "review.critic.v1")
    void onCritics(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                CriticFacts.class,
                received -> received.stream().map(Received::data).forEach(changes::save));
    }

    /// A step needs no tally of this second, as a draft needs none.
    @KafkaListener(
            id = "newsletter-alert-tallies",
            topics = "vote.tally.v1",
            properties = {"fetch.min.bytes=1048576", "fetch.max.wait.ms=1000"})
    void onTallies(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                TallyFacts.class,
                received -> Newest.of(received, TallyFacts::toolId, TallyFacts::version)
                        .forEach(tally -> milestones.save(tally).ifPresent(step -> changes.add(List.of(step)))));
    }

    private void note(PanelFacts panel) {
        changes.add(Changes.of(panel));
        panel.reviews().stream()
                .sorted(Comparator.comparing(PanelFacts.Review::criticKey))
                .forEach(review -> changes.review(panel.toolId(), panel.version(), review));
    }
}
