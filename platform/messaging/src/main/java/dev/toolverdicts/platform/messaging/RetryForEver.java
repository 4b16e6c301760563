package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Reads a failed batch again after a pause, for ever and whatever the failure: only outside failures get here, the
/// inbox takes care of bad content.
///
/// Not the framework's own handler: that one gives up on some exceptions and skips the batch, and keeps a batch in
/// memory across rebalances. Seeking back first leaves nothing to lose.
final class RetryForEver implements CommonErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(RetryForEver.class);

    private record Failing(long offset, BackOffExecution pauses) {}

    private record Place(String consumer, TopicPartition at) {}

    private final ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    private final Map<Place, Failing> failing = new ConcurrentHashMap<>();

    RetryForEver(Duration atMost) {
        backOff.setMaxInterval(atMost.toMillis());
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        Map<TopicPartition, Long> firsts = records.partitions().stream()
                .collect(Collectors.toMap(
                        at -> at, at -> records.records(at).getFirst().offset()));
        firsts.forEach((at, first) -> {
            if (consumer.assignment().contains(at)) {
                consumer.seek(at, first);
            }
        });
        String name = String.valueOf(container.getListenerId());
        if (!stoppedForGood(failure, name, container)) {
            long pause = pause(name, firsts);
            log.warn("batch failed, again in {} ms consumer={} from={}", pause, name, firsts, failure);
            sleep(container, pause);
        }
    }

    @Override
    public boolean handleOne(
            Exception failure,
            ConsumerRecord<?, ?> received,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        throw new IllegalStateException("only batch listeners have their positions kept", failure);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        String name = String.valueOf(container.getListenerId());
        if (!stoppedForGood(failure, name, container)) {
            log.warn("consumer failed, going on consumer={}", name, failure);
            sleep(container, backOff.getInitialInterval());
        }
    }

    // In another log than the database knows there is nothing to wait for. Stopped like this, health falls.
    private static boolean stoppedForGood(Throwable failure, String name, MessageListenerContainer container) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String replaced = replaced(cause);
            if (replaced != null) {
                log.error("{} stopping consumer={}", replaced, name);
                container.stopAbnormally(() -> {});
                return true;
            }
        }
        return false;
    }

    // Who asks the log first decides which of the two is seen.
    private static @Nullable String replaced(Throwable cause) {
        return switch (cause) {
            case ReplacedLog known -> known.getMessage();
            case InvalidOffsetException gone ->
                "LOG REPLACED topic=%s: %s"
                        .formatted(
                                gone.partitions().stream()
                                        .map(TopicPartition::topic)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(",")),
                                gone);
            default -> null;
        };
    }

    private long pause(String consumer, Map<TopicPartition, Long> firsts) {
        Map.Entry<TopicPartition, Long> first = firsts.entrySet().stream()
                .min(Map.Entry.comparingByKey(
                        Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition)))
                .orElseThrow();
        return failing.compute(
                        new Place(consumer, first.getKey()),
                        (_, before) -> before != null && before.offset() == first.getValue()
                                ? before
                                : new Failing(first.getValue(), backOff.start()))
                .pauses()
                .nextBackOff();
    }

    private static void sleep(MessageListenerContainer container, long millis) {
        try {
            ListenerUtils.stoppableSleep(container, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
