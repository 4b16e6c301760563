package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/// Reads a whole compacted topic into memory and follows it, without a group and without a database.
/// Every copy of a service reads all partitions. After a failure it reads again from the start: the
/// handler must ignore what it has.
///
/// It starts before the web server and holds the start up until the topic has been read, for ten
/// seconds at most and not at all while there is no such topic: a copy that joins others must not
/// answer before it knows what they know.
public final class TopicTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HOLD_UP = Duration.ofSeconds(10);
    private static final int BEFORE_WEB_SERVERS = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final ConsumerFactory<String, byte[]> consumers;
    private final String topic;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;
    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch firstLook = new CountDownLatch(1);
    private volatile boolean caughtUp;
    private volatile boolean running;
    private volatile boolean ended;
    private volatile Tracing tracing = Tracing.off();
    private volatile @Nullable Thread thread;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, byte[]> current;

    /// @param handler called on the tail's own thread, in partition order; an exception it throws is
    ///     logged and the record passed, an `Error` ends the tail and with it the service's liveness
    public TopicTail(
            ConsumerFactory<String, byte[]> consumers, String topic, Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.consumers = consumers;
        this.topic = topic;
        this.handler = handler;
    }

    /// Whether everything that was in the topic when reading began has been handled.
    public boolean caughtUp() {
        return caughtUp;
    }

    String topic() {
        return topic;
    }

    /// Records of the topic that have not been fetched yet; NaN before it is read at all.
    double lag() {
        var consumer = current;
        return consumer == null ? Double.NaN : ListenerLag.waiting(consumer.metrics());
    }

    /// Keys whose latest record the handler refused: of these it holds what was there before, or nothing.
    int passed() {
        return passed.size();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void start() {
        running = true;
        ended = false;
        firstLook = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("tail-" + topic).daemon().start(this::run);
        try {
            var _ = caughtUp || firstLook.await(HOLD_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                read();
            }
        } finally {
            ended = running;
            firstLook.countDown();
        }
    }

    private void read() {
        try (var consumer = consumers.createConsumer(null, "tail-" + topic, null)) {
            current = consumer;
            follow(consumer);
        } catch (WakeupException e) {
            log.debug("tail woken topic={} running={}", topic, running);
        } catch (RuntimeException e) {
            log.warn("tail starts over topic={} cause={}", topic, e.toString());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void follow(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = awaitPartitions(consumer);
        passed.clear();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::handle);
            if (!caughtUp && partitions.stream().allMatch(at -> consumer.position(at) >= ends.getOrDefault(at, 0L))) {
                caughtUp = true;
                firstLook.countDown();
                log.info("tail caught up topic={}", topic);
            }
        }
    }

    private List<TopicPartition> awaitPartitions(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        while (running) {
            // Asks for all topics: asking for one that is missing would wait out its time limit.
            List<PartitionInfo> found = consumer.listTopics().getOrDefault(topic, List.of());
            if (!found.isEmpty()) {
                return found.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
            }
            firstLook.countDown();
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new WakeupException();
    }

    /// What is traced is followed to here, once the past is read.
    void tracedBy(Tracing traces) {
        tracing = traces;
    }

    private Traced span(ConsumerRecord<String, byte[]> received) {
        return caughtUp && tracing.isOn()
                ? BatchTrace.place(tracing.later("tail-" + topic, TraceHeaders.parent(received.headers())), received)
                : Traced.NONE;
    }

    private void handle(ConsumerRecord<String, byte[]> received) {
        Traced traced = span(received);
        try (var _ = traced.present()) {
            handler.accept(received);
            passed.remove(String.valueOf(received.key()));
        } catch (RuntimeException e) {
            passed.add(String.valueOf(received.key()));
            traced.failed(e);
            log.warn(
                    "tail passes a record topic={} partition={} offset={} cause={}",
                    topic,
                    received.partition(),
                    received.offset(),
                    ContentFailure.kind(e));
        } finally {
            traced.end();
        }
    }

    @Override
    public void stop() {
        running = false;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread mine = thread;
        if (mine != null) {
            LockSupport.unpark(mine);
            try {
                mine.join(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVERS;
    }
}
