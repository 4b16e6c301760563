package dev.toolverdicts.platform.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// The records of one poll, sorted into what can be read and what cannot.
///
/// @param records all of them, as they came
/// @param spans what the poll covers, in the one order in which positions are locked
record Poll<T>(
        List<ConsumerRecord<String, byte[]>> records,
        Map<TopicPartition, Span> spans,
        List<Readable<T>> readable,
        List<Unreadable> unreadable) {

    private static final Comparator<TopicPartition> ONE_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    /// @param first the first record's offset
    /// @param next the offset after the last record
    /// @param sentAt the first record's time, in milliseconds
    /// @param lastSentAt the last record's
    record Span(long first, long next, int records, long sentAt, long lastSentAt) {

        private static Span of(ConsumerRecord<?, ?> received) {
            return new Span(received.offset(), received.offset() + 1, 1, received.timestamp(), received.timestamp());
        }

        private Span and(Span later) {
            return new Span(first, later.next, records + later.records, sentAt, later.lastSentAt);
        }
    }

    record Readable<T>(ConsumerRecord<String, byte[]> received, Received<T> event) {}

    record Unreadable(ConsumerRecord<String, byte[]> received, UndecodableEvent reason) {}

    static <T> Poll<T> of(List<ConsumerRecord<String, byte[]>> records, EventCodec codec, Class<T> type) {
        var poll = new Poll<T>(records, new TreeMap<>(ONE_ORDER), new ArrayList<>(records.size()), new ArrayList<>());
        for (ConsumerRecord<String, byte[]> received : records) {
            poll.spans.merge(new TopicPartition(received.topic(), received.partition()), Span.of(received), Span::and);
            try {
                poll.readable.add(new Readable<>(received, Received.of(received, codec.decode(received, type))));
            } catch (UndecodableEvent e) {
                poll.unreadable.add(new Unreadable(received, e));
            }
        }
        return poll;
    }

    List<Received<T>> events() {
        return readable.stream().map(Readable::event).toList();
    }
}
