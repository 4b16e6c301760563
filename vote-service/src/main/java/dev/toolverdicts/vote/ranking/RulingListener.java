package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears which votes were ruled on: boards of their days that are final are counted again.
@Component
@OnRole(Role.COUNT)
class RulingListener {

    private final Inbox inbox;
    private final LeaderboardRepository boards;

    RulingListener(Inbox inbox, LeaderboardRepository boards) {
        this.inbox = inbox;
        this.boards = boards;
    }

    @KafkaListener(id = "vote-leaderboard-rulings", topics = "vote.ruling.v1")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(
                records,
                Ruling.class,
                rulings -> boards.ruled(rulings.stream().map(Received::data).toList()));
    }
}
