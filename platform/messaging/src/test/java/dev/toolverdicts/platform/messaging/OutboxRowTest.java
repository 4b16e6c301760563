package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxRowTest {

    /// Rows of an older version may wait in the outbox: a key must never change its shard.
    @ParameterizedTest
    @CsvSource({
        "a, 0",
        "key, 2",
        "a-longer-name, 2",
        "0198c0de-0000-7000-8000-000000000001, 1",
        "0198c0de-0000-7000-8000-000000000002, 2",
        "äöü, 2"
    })
    void theShardOfAKeyIsFixedForEver(String key, int shard) {
        assertThat(row(key.getBytes(UTF_8)).shard()).isEqualTo(shard);
    }

    @Test
    void aRecordWithoutAKeyHasAShardToo() {
        assertThat(row(null).shard()).isZero();
    }

    @Test
    void keysSpreadOverAllShards() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> row(("key-" + i).getBytes(UTF_8)).shard())
                        .collect(Collectors.groupingBy(shard -> shard, Collectors.counting())))
                .hasSize(OutboxRow.SHARDS)
                .allSatisfy((_, keys) -> assertThat(keys).isBetween(150L, 350L));
    }

    @Test
    void theRecordThatIsSentIsTheOneThatWasAppended() {
        var headers = new RecordHeaders().add("ce_id", new byte[] {1});
        ProducerRecord<byte[], byte[]> sent =
                OutboxRow.of("t", new byte[] {2}, headers, new byte[] {3}).toRecord();

        assertThat(sent.topic()).isEqualTo("t");
        assertThat(sent.key()).containsExactly(2);
        assertThat(sent.value()).containsExactly(3);
        assertThat(sent.headers()).isEqualTo(headers);
        assertThat(sent.partition()).isNull();
    }

    private static OutboxRow row(byte[] key) {
        return OutboxRow.of("t", key, new RecordHeaders(), null);
    }
}
