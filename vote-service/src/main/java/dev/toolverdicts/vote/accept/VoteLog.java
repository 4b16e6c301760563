package dev.toolverdicts.vote.accept;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.telemetry.reactive.TraceFilter;
import dev.toolverdicts.vote.voter.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Appends votes to `vote.cast.v1` and tells when they are durable: the broker has acknowledged them with
/// `acks=all`. Never blocks its caller for longer than a buffer's moment; answers come on the producer's
/// thread.
final class VoteLog {

    static final String TOPIC = "vote.cast.v1";
    private static final String TYPE = "dev.toolverdicts.vote.cast";

    private final LogProducer producer;
    private final EventCodec codec;
    private final int mostInFlight;
    private final Timer durable;
    private final Timer notDurable;
    private final AtomicInteger inFlight = new AtomicInteger();

    VoteLog(LogProducer producer, EventCodec codec, int mostInFlight, MeterRegistry meters) {
        this.producer = producer;
        this.codec = codec;
        this.mostInFlight = mostInFlight;
        durable = meters.timer("vote.append", "outcome", "durable");
        notDurable = meters.timer("vote.append", "outcome", "unknown");
    }

    /// @return the vote's place in the log, or [VoteNotDurable]: then it may or may not land
    Mono<Receipt> append(VoteCast vote) {
        return Mono.create(answer -> TraceFilter.within(
                answer.contextView(),
                () -> append(vote, receipt -> {
                    if (receipt == null) {
                        answer.error(new VoteNotDurable());
                    } else {
                        answer.success(receipt);
                    }
                })));
    }

    /// @param told on the producer's thread or at once: its place, null when it may or may not land
    void append(VoteCast vote, Consumer<@Nullable Receipt> told) {
        long began = System.nanoTime();
        if (inFlight.incrementAndGet() > mostInFlight || !producer.isWarm()) {
            refuse(told, began);
            return;
        }
        try {
            producer.send(codec.encode(event(vote)), (written, failure) -> {
                if (failure != null) {
                    refuse(told, began);
                    return;
                }
                inFlight.decrementAndGet();
                durable.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                told.accept(new Receipt(
                        vote.toolId(), written.partition(), written.offset(), vote.choice(), vote.castAt()));
            });
        } catch (KafkaException | IllegalStateException broken) {
            refuse(told, began);
        }
    }

    private void refuse(Consumer<@Nullable Receipt> told, long began) {
        inFlight.decrementAndGet();
        notDurable.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        told.accept(null);
    }

    /// The log's order is the votes' order; the version only tells readers which is the later one.
    private static Event event(VoteCast vote) {
        return new Event(TOPIC, vote.key(), TYPE, ChronoUnit.MICROS.between(Instant.EPOCH, vote.castAt()), vote);
    }
}
