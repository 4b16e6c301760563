package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
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
    private final Applying applying;

    Assignments(LogPositionRepository positions, LogGuard logs, Applying applying) {
        this.positions = positions;
        this.logs = logs;
        this.applying = applying;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Held mine = held.get();
        if (mine == null || !mine.consumer().equals(consumer)) {
            mine = new Held(consumer, new HashMap<>());
            held.set(mine);
        }
        verify(partitions);
        seek(mine, partitions);
    }

    /// Lets this thread apply what a rebuild has read, from positions that the rebuild has looked up itself.
    void hold(Consumer<?, ?> consumer, Map<TopicPartition, Long> believed) {
        held.set(new Held(consumer, believed));
    }

    /// @throws ReplacedLog when one of the partitions belongs to a topic that was made anew
    void verify(Collection<TopicPartition> partitions) {
        partitions.stream().map(TopicPartition::topic).distinct().forEach(logs::verify);
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

    void advanced(TopicPartition at, long next) {
        Held mine = held.get();
        if (mine != null) {
            mine.believed().put(at, next);
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
        String group = group(mine);
        for (TopicPartition at : partitions) {
            try {
                long stored = stored(group, mine.consumer(), at);
                mine.consumer().seek(at, stored);
                mine.believed().put(at, stored);
            } catch (DataAccessException | TransactionException | KafkaException e) {
                // Without the database nothing can be applied anyway. Starting at the first record is safe, because a
                // batch without a believed position is never applied: it only leads back here.
                log.warn("position unknown consumer={} partition={} cause={}", group, at, e.toString());
                mine.believed().remove(at);
                mine.consumer().seekToBeginning(Set.of(at));
            }
        }
    }

    private long stored(String group, Consumer<?, ?> consumer, TopicPartition at) {
        if (ShadowReader.isShadow(group)) {
            throw new RebuildSuperseded();
        }
        OptionalLong stored = positions.find(group, at);
        if (stored.isPresent()) {
            return stored.getAsLong();
        }
        long first = consumer.beginningOffsets(Set.of(at)).getOrDefault(at, 0L);
        positions.begin(group, at, logs.id(at.topic()), first);
        return positions.find(group, at).orElse(first);
    }

    private void forget(Collection<TopicPartition> partitions) {
        Held mine = held.get();
        if (mine != null) {
            partitions.forEach(mine.believed()::remove);
            applying.end(group(mine), partitions);
        }
    }

    private static String group(Held mine) {
        return mine.consumer().groupMetadata().groupId();
    }
}
