package dev.toolverdicts.vote.accept;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A producer for event loops: it never waits for metadata, gives up early, and is replaced when it is
/// broken for good.
final class LogProducer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogProducer.class);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration HOLD_UP = Duration.ofSeconds(5);
    private static final Duration COMPLAIN_EVERY = Duration.ofMinutes(1);

    private final Map<String, Object> settings;
    private final String topic;
    private final AtomicBoolean replacing = new AtomicBoolean();
    private final AtomicLong complained = new AtomicLong(System.nanoTime() - 2 * COMPLAIN_EVERY.toNanos());
    private volatile Producer<String, byte[]> producer;
    private volatile boolean warm;
    private volatile boolean running;
    private volatile boolean closed;

    LogProducer(Map<String, Object> configured, AcceptSettings accept, String topic) {
        this.topic = topic;
        settings = new HashMap<>(configured);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "vote-log");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, accept.linger().toMillis());
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(accept.delivery().toMillis()));
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(accept.delivery().minus(accept.linger()).toMillis() * 4 / 5));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, accept.block().toMillis());
        // An idle topic must not be forgotten: the next vote would wait for its metadata on an event loop.
        settings.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(365).toMillis());
        producer = new KafkaProducer<>(settings);
    }

    /// Whether the topic's partitions are known, so that sending does not wait for them.
    boolean isWarm() {
        return warm;
    }

    void send(ProducerRecord<String, byte[]> vote, Callback done) {
        try {
            var _ = producer.send(vote, (written, failure) -> {
                if (failure instanceof OutOfOrderSequenceException || failure instanceof ProducerFencedException) {
                    replace(failure);
                }
                if (isForItsTime(failure)) {
                    complainOfTheClock(failure);
                }
                done.onCompletion(written, failure);
            });
        } catch (KafkaException failure) {
            replace(failure);
            throw failure;
        }
    }

    /// Of several records in a batch the broker tells only in words what was wrong with one.
    private static boolean isForItsTime(@Nullable Exception failure) {
        return failure instanceof InvalidTimestampException
                || (failure instanceof InvalidRecordException
                        && String.valueOf(failure.getMessage()).contains("imestamp"));
    }

    /// The broker takes no record from an hour ahead of its own clock. Votes come by the thousand,
    /// one word is enough.
    private void complainOfTheClock(@Nullable Exception refused) {
        long now = System.nanoTime();
        long last = complained.get();
        if (now - last > COMPLAIN_EVERY.toNanos() && complained.compareAndSet(last, now)) {
            log.error(
                    "CLOCK OFF: the log refuses votes for their time, set this machine's or the log's clock cause={}",
                    String.valueOf(refused));
        }
    }

    /// A producer in its error state refuses for ever: a new one starts with a fresh id.
    private void replace(Exception failure) {
        if (running && replacing.compareAndSet(false, true)) {
            log.warn("producer of votes is replaced cause={}", failure.toString());
            Thread.ofVirtual().start(() -> {
                try {
                    Producer<String, byte[]> broken = producer;
                    warm = false;
                    producer = new KafkaProducer<>(settings);
                    broken.close(Duration.ZERO);
                    warmUp();
                } finally {
                    replacing.set(false);
                }
            });
        }
    }

    private void warmUp() {
        while (running && !warm) {
            try {
                warm = !producer.partitionsFor(topic).isEmpty();
            } catch (KafkaException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /// The web server opens after this: the first votes of a new copy must not be refused only
    /// because it is cold.
    @Override
    public void start() {
        if (closed) {
            producer = new KafkaProducer<>(settings);
            closed = false;
        }
        running = true;
        Thread warming = Thread.ofPlatform().name("vote-log-warm-up").daemon().start(this::warmUp);
        try {
            var _ = warming.join(HOLD_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was accepted and not yet answered is flushed: requests in flight have ended before
    /// this stops.
    @Override
    public void stop() {
        running = false;
        warm = false;
        closed = true;
        producer.close(CLOSE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Starts before and stops after the web server.
    @Override
    public int getPhase() {
        return 1000;
    }
}
