package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Records that were set aside, by their places. Read again, one is passed over, unless an
/// operator has replayed it: then it is taken, with its repaired value if it has one. So the
/// log leads to the same rows whenever it is read, and also by a program that could apply more
/// of it than the one that set them aside.
record SetAside(Map<Place, Letter> letters) {

    static final String WAITING = "waiting";
    static final String REPLAYED = "replayed";
    static final String DROPPED = "dropped";

    record Place(TopicPartition at, long offset) {}

    /// @param repaired the value to apply instead; null for the record's own
    record Letter(TopicPartition at, long offset, String state, byte @Nullable [] repaired) {

        private Place place() {
            return new Place(at, offset);
        }
    }

    static SetAside of(List<Letter> found) {
        return new SetAside(found.stream().collect(Collectors.toMap(Letter::place, Function.identity())));
    }

    boolean isNothing() {
        return letters.isEmpty();
    }

    /// What is to be applied of records that were read.
    List<ConsumerRecord<String, byte[]>> outOf(List<ConsumerRecord<String, byte[]>> read) {
        return read.stream().flatMap(this::taken).toList();
    }

    private Stream<ConsumerRecord<String, byte[]>> taken(ConsumerRecord<String, byte[]> received) {
        Letter letter =
                letters.get(new Place(new TopicPartition(received.topic(), received.partition()), received.offset()));
        if (letter == null) {
            return Stream.of(received);
        }
        if (!letter.state().equals(REPLAYED)) {
            return Stream.empty();
        }
        return Stream.of(letter.repaired() == null ? received : repaired(received, letter.repaired()));
    }

    /// The same record with another value.
    private static ConsumerRecord<String, byte[]> repaired(ConsumerRecord<String, byte[]> received, byte[] value) {
        return new ConsumerRecord<>(
                received.topic(),
                received.partition(),
                received.offset(),
                received.timestamp(),
                received.timestampType(),
                received.serializedKeySize(),
                value.length,
                received.key(),
                value,
                received.headers(),
                Optional.empty());
    }
}
