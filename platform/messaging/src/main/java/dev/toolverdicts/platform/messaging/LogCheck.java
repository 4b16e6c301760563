package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Compares stored positions with the log the broker has.
final class LogCheck {

    private final Admin client;
    private final Map<String, UUID> logIds;

    LogCheck(Admin client, Map<String, UUID> logIds) {
        this.client = client;
        this.logIds = logIds;
    }

    /// @throws ReplacedLog when a position belongs to another log or to a part of the log that is gone
    void refuseReplaced(List<Stored> positions) throws InterruptedException {
        // A consumer may have left positions on a topic it does not read any more.
        List<Stored> read = positions.stream()
                .filter(stored -> logIds.containsKey(stored.topic()))
                .toList();
        read.forEach(this::refuseOtherLog);
        Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(read, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(read, OffsetSpec.latest());
        for (Stored stored : read) {
            long start = offset(starts, stored);
            long end = offset(ends, stored);
            if (stored.nextOffset() < start || stored.nextOffset() > end) {
                throw new ReplacedLog(
                        "LOG REPLACED topic=%s partition=%d consumer=%s: the log reaches from %d to %d, this database has read up to %d"
                                .formatted(
                                        stored.topic(),
                                        stored.partition(),
                                        stored.consumer(),
                                        start,
                                        end,
                                        stored.nextOffset()));
            }
        }
    }

    private void refuseOtherLog(Stored stored) {
        UUID present = logIds.get(stored.topic());
        if (!stored.logId().equals(present)) {
            throw new ReplacedLog("LOG REPLACED topic=%s consumer=%s: this database has read log %s, the broker has %s"
                    .formatted(stored.topic(), stored.consumer(), stored.logId(), present));
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<Stored> positions, OffsetSpec which)
            throws InterruptedException {
        try {
            return client.listOffsets(positions.stream()
                            .map(Stored::at)
                            .distinct()
                            .collect(Collectors.toMap(at -> at, _ -> which)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the ends of the log", e.getCause());
        }
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, Stored stored) {
        ListOffsetsResultInfo found = offsets.get(stored.at());
        if (found == null) {
            throw new KafkaException("no offset for " + stored.at());
        }
        return found.offset();
    }
}
