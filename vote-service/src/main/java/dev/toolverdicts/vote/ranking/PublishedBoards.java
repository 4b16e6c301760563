package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.UndecodableEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// Boards as the log has them. A board that is closed cannot be computed again: voters who have changed their mind
/// since
/// have moved to the window of their new vote.
final class PublishedBoards {

    private static final Logger log = LoggerFactory.getLogger(PublishedBoards.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final EventCodec codec;

    PublishedBoards(ConsumerFactory<String, byte[]> consumers, EventCodec codec) {
        this.consumers = consumers;
        this.codec = codec;
    }

    /// The last state of every board that has a later one there than here.
    ///
    /// @param here the versions of boards that are known
    /// @throws org.apache.kafka.common.KafkaException when the log cannot be read
    Collection<LeaderboardState> laterThan(Map<String, Long> here) {
        var later = new HashMap<String, LeaderboardState>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "leaderboard-restore", null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Leaderboards.TOPIC).stream()
                    .map(partition -> new TopicPartition(Leaderboards.TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                consumer.poll(POLL).forEach(record -> keepLater(record, here, later));
            }
        }
        return later.values();
    }

    private void keepLater(
            ConsumerRecord<String, byte[]> record, Map<String, Long> here, Map<String, LeaderboardState> later) {
        try {
            LeaderboardState board = codec.decode(record, LeaderboardState.class);
            if (board.version() > here.getOrDefault(board.boardKey(), 0L)) {
                later.put(board.boardKey(), board);
            }
        } catch (UndecodableEvent e) {
            log.warn("a board in the log cannot be read, passed offset={} cause={}", record.offset(), e.getMessage());
        }
    }
}
