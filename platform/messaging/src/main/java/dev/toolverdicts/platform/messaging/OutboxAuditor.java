package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares the version of every aggregate with the last one on its topic and appends again what is older there. With
/// compaction a lost or overtaken last state would otherwise stay wrong for ever.
public final class OutboxAuditor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxAuditor.class);
    private static final Duration FIRST_AFTER = Duration.ofSeconds(60);

    private final List<PublishedState> states;
    private final OutboxRepository outbox;
    private final TransactionTemplate snapshot;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Duration every;
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean running;

    OutboxAuditor(
            List<PublishedState> states,
            OutboxRepository outbox,
            TransactionTemplate snapshot,
            ConsumerFactory<String, byte[]> consumers,
            Duration every) {
        this.states = states;
        this.outbox = outbox;
        this.snapshot = snapshot;
        this.consumers = consumers;
        this.every = every;
    }

    private record Expected(Map<String, Long> versions, Set<String> waiting) {}

    /// Audits every owned topic now.
    ///
    /// @return how many aggregates were appended again
    public int audit() {
        return states.stream().mapToInt(this::audit).sum();
    }

    private int audit(PublishedState state) {
        // The tables first, in one snapshot with the outbox; the topic's end after. What is neither waiting in that
        // snapshot nor on the topic by then has been lost.
        Expected expected = snapshot.execute(_ -> new Expected(state.versions(), outbox.waitingKeys(state.topic())));
        Map<String, Long> published = lastVersions(consumers, state.topic());
        var behind = new TreeSet<String>();
        expected.versions().forEach((key, version) -> {
            long last = published.getOrDefault(key, 0L);
            if (last < version && !expected.waiting().contains(key)) {
                behind.add(key);
            } else if (last > version) {
                log.debug("topic is ahead topic={} key={} table={} published={}", state.topic(), key, version, last);
            }
        });
        if (!behind.isEmpty()) {
            log.warn("topic is behind its table, appending again topic={} keys={}", state.topic(), behind.size());
            state.append(behind);
        }
        return behind.size();
    }

    /// The version of the last record of every key that is on a topic now.
    static Map<String, Long> lastVersions(ConsumerFactory<String, byte[]> consumers, String topic) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "audit-" + topic, null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            var versions = new HashMap<String, Long>();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(received -> versions.put(received.key(), EventCodec.version(received)));
            }
            return versions;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-auditor").daemon().start(this::run);
    }

    private void run() {
        Duration pause = FIRST_AFTER;
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                int repaired = audit();
                log.info("outbox audited repaired={}", repaired);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("outbox audit failed, next time again", e);
            }
            pause = every;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
