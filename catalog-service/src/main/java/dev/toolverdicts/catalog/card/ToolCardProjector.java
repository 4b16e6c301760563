package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Newest;
import dev.toolverdicts.platform.messaging.Received;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the cards in step with the three topics they show, the catalog's own among them, and what
/// tools are found by with the cards. A batch is one statement, for tools two.
@Component
class ToolCardProjector {

    private final Inbox inbox;
    private final ToolCardRepository cards;
    private final ToolSearchRepository search;
    private final ChangeRepository changes;

    ToolCardProjector(Inbox inbox, ToolCardRepository cards, ToolSearchRepository search, ChangeRepository changes) {
        this.inbox = inbox;
        this.cards = cards;
        this.search = search;
        this.changes = changes;
    }

    @KafkaListener(id = "catalog-card-tools", topics = "catalog.tool.v1")
    void tools(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, ToolState.class, this::applyTools);
    }

    @KafkaListener(id = "catalog-card-panels", topics = "review.panel.v1")
    void panels(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, PanelState.class, this::applyPanels);
    }

    @KafkaListener(id = "catalog-card-tallies", topics = "vote.tally.v1")
    void tallies(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, TallyState.class, this::applyTallies);
    }

    void applyTools(List<Received<ToolState>> events) {
        Collection<ToolState> tools = Newest.of(events, ToolState::toolId, ToolState::version);
        cards.saveTools(tools);
        List<UUID> ids = tools.stream().map(ToolState::toolId).toList();
        search.follow(ids);
        changes.ofTools("tool", ids);
    }

    void applyPanels(List<Received<PanelState>> events) {
        Collection<PanelState> panels = Newest.of(events, PanelState::toolId, PanelState::version);
        cards.savePanels(panels);
        changes.ofTools("panel", panels.stream().map(PanelState::toolId).toList());
    }

    void applyTallies(List<Received<TallyState>> events) {
        Collection<TallyState> tallies = Newest.of(events, TallyState::toolId, TallyState::version);
        cards.saveTallies(tallies);
        changes.ofTallies(tallies.stream().map(TallyState::toolId).toList());
    }
}
