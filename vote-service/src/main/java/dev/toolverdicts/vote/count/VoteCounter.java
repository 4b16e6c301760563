package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Inbox;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
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
    private final RuledVoteRepository ruled;
    private final TallyPublisher publisher;

    VoteCounter(Inbox inbox, TallyRepository tallies, RuledVoteRepository ruled, TallyPublisher publisher) {
        this.inbox = inbox;
        this.tallies = tallies;
        this.ruled = ruled;
        this.publisher = publisher;
    }

    @KafkaListener(
            id = "vote-counter",
            topics = "vote.cast.v1",
            concurrency = "${vote.count.writers}",
            properties = {
                "max.poll.records=5000",
                "max.partition.fetch.bytes=2097152",
                // A batch costs a row for each of its tools besides its votes: full ones are several times cheaper.
                "fetch.min.bytes=1048576",
                "fetch.max.wait.ms=${vote.count.gather-millis}"
            })
    void count(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, CastVote.class, votes -> publish(tallies.count(VoteBatch.of(votes))));
    }

    /// Rulings need no order with the votes they speak about: each is guarded by its own offset.
    @KafkaListener(id = "vote-rulings", topics = "vote.ruling.v1")
    void rule(List<ConsumerRecord<String, byte[]>> records) {
        inbox.receive(records, VoteRuling.class, rulings -> publish(ruled.rule(RulingBatch.of(rulings))));
    }

    private void publish(List<UUID> changed) {
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
