package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts the log: every poll is one transaction of votes, tallies, dead letters and the position in the log.
@Component
@OnRole(Role.COUNT)
class VoteCounter {

    private final Inbox inbox;
    private final TallyRepository tallies;
    private final TallyPublisher publisher;
    private final Clock clock;

    VoteCounter(Inbox inbox, TallyRepository tallies, TallyPublisher publisher, Clock clock) {
        this.inbox = inbox;
        this.tallies = tallies;
        this.publisher = publisher;
        this.clock = clock;
    }

    @KafkaListener(
            id = "vote-counter",
            topics = "vote.cast.v1",
            concurrency = "${vote.count.writers}",
            properties = {"max.poll.records=5000", "max.partition.fetch.bytes=2097152"})
    void count(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, CastVote.class, this::apply);
    }

    private void apply(List<Received<CastVote>> votes) {
        List<UUID> changed = tallies.count(VoteBatch.of(votes), clock.instant());
        if (!changed.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    publisher.changed(changed);
                }
            });
        }
    }
}
