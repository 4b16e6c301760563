package dev.toolverdicts.catalog.leaderboard;

import dev.toolverdicts.catalog.live.ChangeRepository;
import dev.toolverdicts.platform.messaging.Inbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Keeps the boards in step with their topic.
@Component
class LeaderboardProjector {

    private final Inbox inbox;
    private final LeaderboardRepository boards;
    private final ChangeRepository changes;

    LeaderboardProjector(Inbox inbox, LeaderboardRepository boards, ChangeRepository changes) {
        this.inbox = inbox;
        this.boards = boards;
        this.changes = changes;
    }

    @KafkaListener(id = "catalog-leaderboards", topics = "vote.leaderboard.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, BoardState.class, events -> {
            events.forEach(event -> boards.save(event.data()));
            changes.of("board");
        });
    }
}
