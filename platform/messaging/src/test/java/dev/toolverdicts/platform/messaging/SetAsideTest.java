package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SetAsideTest {

    private static final TopicPartition AT = new TopicPartition("thing", 1);

    @Test
    void aRecordIsTakenAsItWasDecidedAndNotBefore() {
        List<ConsumerRecord<String, byte[]>> read = List.of(at(2), at(3), at(4), at(5), at(6));

        SetAside setAside = SetAside.of(List.of(
                letter(3, "dropped", null),
                letter(4, "replayed", "mended".getBytes(UTF_8)),
                letter(5, "replayed", null),
                letter(6, "waiting", null)));

        assertThat(setAside.outOf(read))
                .extracting(received -> received.offset() + " " + new String(received.value(), UTF_8))
                .containsExactly("2 sent", "4 mended", "5 sent");
    }

    @Test
    void aRepairedRecordKeepsItsPlaceItsKeyAndItsTime() {
        SetAside setAside = SetAside.of(List.of(letter(4, "replayed", "mended".getBytes(UTF_8))));

        assertThat(setAside.outOf(List.of(at(4)))).singleElement().satisfies(received -> {
            assertThat(received.topic()).isEqualTo("thing");
            assertThat(received.partition()).isEqualTo(1);
            assertThat(received.key()).isEqualTo("key");
            assertThat(received.timestamp()).isEqualTo(at(4).timestamp());
        });
    }

    @Test
    void anotherPartitionsRecordIsNotMeant() {
        var other = new ConsumerRecord<>("thing", 2, 4, "key", "sent".getBytes(UTF_8));

        assertThat(SetAside.of(List.of(letter(4, "waiting", null))).outOf(List.of(other)))
                .containsExactly(other);
    }

    private static SetAside.Letter letter(long offset, String state, byte[] repaired) {
        return new SetAside.Letter(AT, offset, state, repaired);
    }

    private static ConsumerRecord<String, byte[]> at(long offset) {
        return new ConsumerRecord<>("thing", 1, offset, "key", "sent".getBytes(UTF_8));
    }
}
