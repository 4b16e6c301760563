package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/// Stands between start-up and the listeners: waits for the topics they read, makes their dead-letter topics, and
/// refuses
/// a log that is not the one the database has read.
final class LogGuard implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogGuard.class);
    private static final String THIRTY_DAYS = Long.toString(Duration.ofDays(30).toMillis());

    private final KafkaAdmin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final LogPositionRepository positions;
    private final Duration topicsWithin;
    private final Map<String, UUID> ids = new ConcurrentHashMap<>();
    private volatile boolean running;

    LogGuard(
            KafkaAdmin admin,
            KafkaListenerEndpointRegistry listeners,
            LogPositionRepository positions,
            Duration topicsWithin) {
        this.admin = admin;
        this.listeners = listeners;
        this.positions = positions;
        this.topicsWithin = topicsWithin;
    }

    UUID id(String topic) {
        UUID id = ids.get(topic);
        if (id == null) {
            throw new IllegalStateException("no log id for " + topic + ": its listener started before the guard");
        }
        return id;
    }

    @Override
    public void start() {
        Set<String> topics = new TreeSet<>();
        listeners.getListenerContainers().forEach(container -> {
            String[] names = container.getContainerProperties().getTopics();
            topics.addAll(names == null ? List.of() : List.of(names));
        });
        if (!topics.isEmpty()) {
            try (Admin client = Admin.create(admin.getConfigurationProperties())) {
                describe(client, topics).forEach(this::remember);
                createDeadLetterTopics(client, topics);
                for (String topic : topics) {
                    refuseReplaced(client, topic);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while waiting for topics", e);
            }
        }
        running = true;
    }

    private void remember(String topic, TopicDescription description) {
        ids.put(
                topic,
                new UUID(
                        description.topicId().getMostSignificantBits(),
                        description.topicId().getLeastSignificantBits()));
    }

    private Map<String, TopicDescription> describe(Admin client, Set<String> topics) throws InterruptedException {
        long deadline = System.nanoTime() + topicsWithin.toNanos();
        var found = new HashMap<String, TopicDescription>();
        boolean said = false;
        while (true) {
            var missing = new TreeSet<>(topics);
            missing.removeAll(found.keySet());
            for (var entry : client.describeTopics(missing).topicNameValues().entrySet()) {
                try {
                    found.put(entry.getKey(), entry.getValue().get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        log.warn("cannot describe topic={} cause={}", entry.getKey(), String.valueOf(e.getCause()));
                    }
                }
            }
            missing.removeAll(found.keySet());
            if (missing.isEmpty()) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new KafkaException("topics " + missing + " are not there after " + topicsWithin.toSeconds()
                        + " s; start the services that own them");
            }
            if (!said) {
                log.info("waiting for topics={}", missing);
                said = true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void createDeadLetterTopics(Admin client, Collection<String> topics) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(
                                topic + DeadLetterRepository.SUFFIX,
                                java.util.Optional.of(1),
                                java.util.Optional.empty())
                        .configs(Map.of("retention.ms", THIRTY_DAYS, "max.message.bytes", "2097152")))
                .toList();
        client.createTopics(wanted)
                .values()
                .values()
                .forEach(created -> created.toCompletionStage()
                        .exceptionally(e -> null)
                        .toCompletableFuture()
                        .join());
    }

    private void refuseReplaced(Admin client, String topic) throws InterruptedException {
        for (LogPositionRepository.Stored stored : positions.ofTopic(topic)) {
            if (!stored.logId().equals(id(topic))) {
                throw new ReplacedLog(
                        "LOG REPLACED topic=%s consumer=%s: this database has read log %s, the broker has %s"
                                .formatted(topic, stored.consumer(), stored.logId(), id(topic)));
            }
            var at = new TopicPartition(topic, stored.partition());
            try {
                long end = client.listOffsets(Map.of(at, OffsetSpec.latest()))
                        .partitionResult(at)
                        .get()
                        .offset();
                if (end < stored.nextOffset()) {
                    throw new ReplacedLog(
                            "LOG REPLACED topic=%s partition=%d consumer=%s: the log ends at %d, this database has read up to %d"
                                    .formatted(topic, stored.partition(), stored.consumer(), end, stored.nextOffset()));
                }
            } catch (ExecutionException e) {
                throw new KafkaException("cannot read the end of " + at, e.getCause());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
