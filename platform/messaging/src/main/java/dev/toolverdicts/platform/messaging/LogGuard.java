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
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Stands between start-up and the listeners: waits for the topics they read, makes their dead-letter topics, and
/// refuses a log that is not the one the database has read.
final class LogGuard implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogGuard.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(UUID id, long checkedAt) {}

    private final KafkaAdmin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final LogPositionRepository positions;
    private final Duration topicsWithin;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
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
        Known log = known.get(topic);
        if (log == null) {
            throw new IllegalStateException("no log id for " + topic + ": its listener started before the guard");
        }
        return log.id();
    }

    @Override
    public void start() {
        Set<String> topics = topics();
        if (!topics.isEmpty()) {
            try (Admin client = client()) {
                Map<String, TopicDescription> found = await(client, topics);
                found.forEach((topic, description) -> known.put(topic, known(description)));
                DeadLetterTopics.create(client, found.values());
                new LogCheck(client, ids()).refuseReplaced(positions.of(groups()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while waiting for topics", e);
            }
        }
        running = true;
    }

    /// Looks at the topics' identity again: a running consumer goes on in a topic that was deleted and made anew.
    ///
    /// @throws ReplacedLog when a topic is not the one of the start any more
    void verify(Collection<String> topics) {
        Set<String> stale = topics.stream()
                .filter(topic -> System.nanoTime() - checkedAt(topic) > FRESH.toNanos())
                .collect(Collectors.toSet());
        if (stale.isEmpty()) {
            return;
        }
        try (Admin client = client()) {
            describe(client, stale).forEach((topic, description) -> {
                Known now = known(description);
                if (!now.id().equals(id(topic))) {
                    throw new ReplacedLog("LOG REPLACED topic=%s: it was log %s at the start, now it is %s"
                            .formatted(topic, id(topic), now.id()));
                }
                known.put(topic, now);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops a consumer in a way that health falls.
    void condemn(String consumer) {
        containers(listeners).stream()
                .filter(container -> consumer.equals(container.getGroupId()))
                .forEach(container -> container.stopAbnormally(() -> {}));
    }

    private Map<String, UUID> ids() {
        return known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
    }

    private long checkedAt(String topic) {
        Known log = known.get(topic);
        return log == null ? System.nanoTime() - FRESH.toNanos() * 2 : log.checkedAt();
    }

    private Map<String, TopicDescription> await(Admin client, Set<String> topics) throws InterruptedException {
        long deadline = System.nanoTime() + topicsWithin.toNanos();
        var found = new HashMap<String, TopicDescription>();
        var missing = new TreeSet<>(topics);
        for (boolean said = false; ; said = true) {
            found.putAll(describe(client, missing));
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
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Map<String, TopicDescription> describe(Admin client, Set<String> topics)
            throws InterruptedException {
        var found = new HashMap<String, TopicDescription>();
        for (var entry : client.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.put(entry.getKey(), entry.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    log.warn("cannot describe topic={} cause={}", entry.getKey(), String.valueOf(e.getCause()));
                }
            }
        }
        return found;
    }

    private Set<String> topics() {
        var topics = new TreeSet<String>();
        for (MessageListenerContainer container : containers(listeners)) {
            String[] names = container.getContainerProperties().getTopics();
            topics.addAll(names == null ? List.of() : List.of(names));
        }
        return topics;
    }

    private Set<String> groups() {
        return containers(listeners).stream()
                .map(container -> String.valueOf(container.getGroupId()))
                .collect(Collectors.toSet());
    }

    private static Collection<MessageListenerContainer> containers(KafkaListenerEndpointRegistry listeners) {
        return listeners.getListenerContainers();
    }

    private Admin client() {
        return Admin.create(admin.getConfigurationProperties());
    }

    private static Known known(TopicDescription description) {
        var id = description.topicId();
        return new Known(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()), System.nanoTime());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Long before the listeners.
    @Override
    public int getPhase() {
        return 0;
    }
}
