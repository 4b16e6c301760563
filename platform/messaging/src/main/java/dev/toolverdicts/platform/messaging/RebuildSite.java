package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;

/// What a rebuild works with: shadow tables, positions and its own row. Locks are taken in one order:
/// row, positions, tables.
record RebuildSite(
        DataSource database,
        TransactionTemplate transactions,
        TransactionTemplate snapshot,
        KafkaListenerEndpointRegistry listeners,
        ConsumerFactory<String, byte[]> consumers,
        LogGuard logs,
        Assignments assignments,
        LogPositionRepository stored,
        ShadowRepository shadow,
        RebuildRepository rebuilds,
        OperationAuditRepository audit) {

    private static final String POSITIONS_WITHIN = "5s";
    private static final String TABLES_WITHIN = "500ms";
    private static final String ABANDONED = "abandoned";

    /// Clears what an earlier run has left and makes empty tables, unless another run is at work.
    boolean begin(UUID run, Projection projection, Act act) {
        Boolean begun = transactions.execute(_ -> {
            if (!rebuilds.begin(projection.name(), run)) {
                return false;
            }
            clear(projection);
            shadow.create(projection);
            containers(projection).forEach(this::beginPositions);
            audit.add(act, "rebuild", subject(projection), null);
            return true;
        });
        return Boolean.TRUE.equals(begun);
    }

    /// @return whether a run was at work
    boolean abandon(Projection projection, Act act) {
        Boolean abandoned = transactions.execute(_ -> {
            UUID run = rebuilds.running(projection.name());
            clear(projection);
            boolean ended = run != null && rebuilds.end(run, ABANDONED, "abandoned by command");
            if (ended) {
                audit.add(act, "rebuild-abandoned", subject(projection), null);
            }
            return ended;
        });
        return Boolean.TRUE.equals(abandoned);
    }

    private static String subject(Projection projection) {
        return "rebuild:" + projection.name();
    }

    /// @return whether the run was at work
    boolean stopped(UUID run, Projection projection) {
        return end(run, projection, ABANDONED, "its process was stopped");
    }

    /// Of a run that is not at work any more nothing is left, and what lies there may be another one's.
    boolean end(UUID run, Projection projection, String state, String why) {
        Boolean ended = transactions.execute(_ -> {
            boolean wasAtWork = rebuilds.end(run, state, why);
            if (wasAtWork) {
                clear(projection);
            }
            return wasAtWork;
        });
        return Boolean.TRUE.equals(ended);
    }

    List<ShadowReader> readers(Projection projection) {
        List<Stored> positions = positions(projection);
        var readers = new ArrayList<ShadowReader>();
        try {
            containers(projection)
                    .forEach(container -> readers.add(new ShadowReader(container, consumers, assignments, positions)));
            return readers;
        } catch (RuntimeException e) {
            readers.forEach(ShadowReader::close);
            throw e;
        }
    }

    List<Stored> positions(Projection projection) {
        return stored.of(consumersOf(projection));
    }

    Freeze freeze(Projection projection) {
        return Freeze.of(database, liveConsumers(projection));
    }

    void note(UUID run, String detail) {
        rebuilds.note(run, detail);
    }

    boolean touch(UUID run, long records, long remaining) {
        return rebuilds.touch(run, records, remaining);
    }

    /// In the switch: first of all, so that nobody abandons the run meanwhile.
    void hold(UUID run) {
        if (!rebuilds.hold(run)) {
            throw new RebuildSuperseded();
        }
    }

    /// In the switch: from here on live consumers wait with their next batch.
    List<Stored> lockPositions(Projection projection) {
        shadow.waitAtMost(POSITIONS_WITHIN);
        List<Stored> positions = stored.lock(consumersOf(projection));
        // Readers queue behind a waiting lock: it gives up before they do.
        shadow.waitAtMost(TABLES_WITHIN);
        return positions;
    }

    /// In the switch: the shadow's positions are the live ones by now.
    void finish(UUID run, Projection projection, long records, long differing) {
        stored.forget(shadowConsumers(projection));
        rebuilds.done(run, records, differing);
    }

    void dropLeftovers(Projection projection) {
        transactions.executeWithoutResult(_ -> {
            if (rebuilds.running(projection.name()) == null) {
                shadow.drop(projection);
            }
        });
    }

    long newestVersion(String topic) {
        return OutboxAuditor.lastVersions(consumers, topic).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private void clear(Projection projection) {
        stored.forget(shadowConsumers(projection));
        shadow.drop(projection);
    }

    private void beginPositions(MessageListenerContainer container) {
        String shadowed = ShadowReader.shadow(String.valueOf(container.getGroupId()));
        String[] topics = container.getContainerProperties().getTopics();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "rebuild", null)) {
            List<TopicPartition> partitions = Stream.of(topics == null ? new String[0] : topics)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            // Asked about what it is not assigned to, the client warns of each partition.
            consumer.assign(partitions);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
            starts.forEach((at, start) -> stored.begin(shadowed, at, logs.id(at.topic()), start));
        }
    }

    private List<String> consumersOf(Projection projection) {
        return Stream.concat(liveConsumers(projection).stream(), shadowConsumers(projection).stream())
                .toList();
    }

    private List<String> liveConsumers(Projection projection) {
        return containers(projection).stream()
                .map(container -> String.valueOf(container.getGroupId()))
                .toList();
    }

    private List<String> shadowConsumers(Projection projection) {
        return liveConsumers(projection).stream().map(ShadowReader::shadow).toList();
    }

    private List<MessageListenerContainer> containers(Projection projection) {
        return projection.listeners().stream().map(this::container).toList();
    }

    private MessageListenerContainer container(String id) {
        MessageListenerContainer container = listeners.getListenerContainer(id);
        if (container == null) {
            throw new IllegalStateException("no listener " + id);
        }
        return container;
    }
}
