package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FourCopiesIT {

    private static final int VERSIONS = 500;

    @Test
    void fourCopiesOfAServiceKeepTheOrderOfAKeyWhileItsShardGoesFromHandToHand() {
        String topic = "four-copies-" + UUID.randomUUID();
        Topics.create(topic, 1, Map.of());
        int shard = Lab.shardOf("key");
        var owners = new AtomicInteger();
        try (var lab = new Lab()) {
            for (int copy = 0; copy < 4; copy++) {
                lab.relay(
                        shard,
                        lab.connections(),
                        id -> {
                            owners.incrementAndGet();
                            return lab.producer(id);
                        },
                        Lab.QUICK);
            }
            for (int version = 1; version <= VERSIONS; version++) {
                lab.append(topic, "key", version);
                if (version % 25 == 0) {
                    int before = owners.get();
                    lab.endOwners();
                    await().until(() -> owners.get() > before);
                }
            }
            lab.awaitSent();

            History history = Topics.history(topic, "key"::equals);
            assertThat(owners.get()).as("take-overs").isGreaterThanOrEqualTo(VERSIONS / 25);
            assertThat(history.inversions()).isEmpty();
            assertThat(history.gaps()).isEmpty();
            assertThat(history.last()).isEqualTo(Map.of("key", (long) VERSIONS));
        }
    }
}
