package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.TransactionException;

/// Seeks every assigned partition to its stored position and remembers, per consumer thread, where that thread believes
/// it is. The belief is the thread's own on purpose: a thread that lost a partition keeps its old one and can no longer
/// move the position.
final class Assignments implements ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Assignments.class);

    private record Held(Consumer<?, ?> consumer, Map<TopicPartition, Long> believed) {}

    // One per context, as the positions are: threads of two contexts in one JVM must not share it.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Held> held = new ThreadLocal<>();

    private final LogPositionRepository positions;
    private final LogGuard logs;

    Assignments(LogPositionRepository positions, LogGuard logs) {
        this.positions = positions;
        this.logs = logs;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Held mine = held.get();
        if (mine == null || !mine.consumer().equals(consumer)) {
            mine = new Held(consumer, new HashMap<>());
            held.set(mine);
        }
        seek(mine, partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Nullable
    Long believed(TopicPartition at) {
        Held mine = held.get();
        return mine == null ? null : mine.believed().get(at);
    }

    void advanced(Map<TopicPartition, Long> next) {
        Held mine = held.get();
        if (mine != null) {
            mine.believed().putAll(next);
        }
    }

    /// Another consumer has moved on: read again from where the database is.
    void rewind(Set<TopicPartition> partitions) {
        Held mine = held.get();
        if (mine != null) {
            partitions.stream().filter(mine.consumer().assignment()::contains).forEach(at -> seek(mine, Set.of(at)));
        }
    }

    UUID logId(String topic) {
        return logs.id(topic);
    }

    private void seek(Held mine, Collection<TopicPartition> partitions) {
        String group = mine.consumer().groupMetadata().groupId();
        Map<TopicPartition, Long> beginnings = mine.consumer().beginningOffsets(partitions);
        for (TopicPartition at : partitions) {
            long first = beginnings.getOrDefault(at, 0L);
            try {
                positions.begin(group, at, logs.id(at.topic()), first);
                OptionalLong stored = positions.find(group, at);
                mine.consumer().seek(at, stored.orElse(first));
                mine.believed().put(at, stored.orElse(first));
            } catch (DataAccessException | TransactionException e) {
                // Without the database nothing can be applied anyway. Starting at the first record is safe, because a
                // batch without a believed position is never applied: it only leads back here.
                log.warn("position unknown consumer={} partition={} cause={}", group, at, e.toString());
                mine.believed().remove(at);
                mine.consumer().seek(at, first);
            }
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        Held mine = held.get();
        if (mine != null) {
            partitions.forEach(mine.believed()::remove);
        }
    }
}
