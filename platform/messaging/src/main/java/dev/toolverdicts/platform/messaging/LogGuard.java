package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
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
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ZERO;

    private record Known(UUID id, long checkedAt) {}

    private final KafkaAdmin admin;
    private final Supplier<KafkaListenerEndpointRegistry> listeners;
    private final LogPositionRepository positions;
    private final Duration topicsWithin;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile @Nullable Admin client;
    private volatile boolean running;

    /// @param listeners asked for late: what a lifecycle bean depends on is started before it, whatever the phases say
    LogGuard(
            KafkaAdmin admin,
            Supplier<KafkaListenerEndpointRegistry> listeners,
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
            Admin opened = Admin.create(admin.getConfigurationProperties());
            try {
                Map<String, TopicDescription> found = await(opened, topics);
                found.forEach((topic, description) -> known.put(topic, known(description)));
                DeadLetterTopics.create(opened, found.values());
                new LogCheck(opened, ids()).refuseReplaced(positions.of(groups()));
                client = opened;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while waiting for topics", e);
            } finally {
                if (client == null) {
                    opened.close(AT_ONCE);
                }
            }
        }
        running = true;
    }

    /// Looks at a topic's identity again, but not more than every few seconds: a running consumer goes on without a
    /// word
    /// in a topic that was deleted and made anew.
    ///
    /// @throws ReplacedLog when the topic is not the one of the start any more
    void verify(String topic) {
        Known before = known.get(topic);
        Admin open = client;
        if (before == null || open == null || System.nanoTime() - before.checkedAt() < FRESH.toNanos()) {
            return;
        }
        known.put(topic, new Known(before.id(), System.nanoTime()));
        try {
            TopicDescription description = describe(open, Set.of(topic)).get(topic);
            if (description != null && !known(description).id().equals(before.id())) {
                known.put(topic, before);
                throw new ReplacedLog("LOG REPLACED topic=%s: it was log %s at the start, now it is %s"
                        .formatted(topic, before.id(), known(description).id()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, UUID> ids() {
        return known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
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
        for (MessageListenerContainer container : listeners.get().getListenerContainers()) {
            String[] names = container.getContainerProperties().getTopics();
            topics.addAll(names == null ? List.of() : List.of(names));
        }
        return topics;
    }

    private Set<String> groups() {
        return listeners.get().getListenerContainers().stream()
                .map(container -> String.valueOf(container.getGroupId()))
                .collect(Collectors.toSet());
    }

    private static Known known(TopicDescription description) {
        var id = description.topicId();
        return new Known(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()), System.nanoTime());
    }

    @Override
    public void stop() {
        running = false;
        Admin open = client;
        if (open != null) {
            open.close(AT_ONCE);
            client = null;
        }
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
