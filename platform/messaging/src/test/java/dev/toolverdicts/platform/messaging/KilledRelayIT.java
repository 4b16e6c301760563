package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@ThingTest
class KilledRelayIT {

    private static final int KILLS = 100;

    private final ThingService service;
    private final ThingRepository things;
    private final AtomicInteger kills = new AtomicInteger();

    KilledRelayIT(ThingService service, ThingRepository things) {
        this.service = service;
        this.things = things;
    }

    @Test
    void aRelayKilledAHundredTimesBetweenSendAndDeleteRepeatsOnTheTopicButNotInTheReadModel() {
        String key = "killed-" + UUID.randomUUID();
        try (var lab = new Lab()) {
            lab.append(service.topic(), key, 1);
            lab.relay(
                    Lab.shardOf(key),
                    () -> killsAtDelete(lab.connections().open(), lab, key),
                    lab::producer,
                    Lab.QUICK);
            await().atMost(Duration.ofMinutes(2)).until(() -> kills.get() > KILLS);
            lab.awaitSent();

            long versions = KILLS + 1;
            History history = Topics.history(service.topic(), key::equals);
            assertThat(history.duplicates()).isGreaterThanOrEqualTo(KILLS);
            assertThat(history.inversions()).isEmpty();
            assertThat(history.gaps()).isEmpty();
            assertThat(history.last()).containsEntry(key, versions);
            await().untilAsserted(() -> assertThat(things.journalled(key))
                    .isEqualTo(history.entries().size()));
            ThingRepository.Row row = things.things(key).get(key);
            assertThat(row.version()).isEqualTo(versions);
            assertThat(row.applied()).as("every version took effect once").isEqualTo((int) versions);
        }
    }

    /// Ends the session when rows are to be deleted; the next version comes while the relay is down.
    private Connection killsAtDelete(Connection real, Lab lab, String key) {
        return Sabotage.connection(real, (connection, method, arguments) -> {
            if (method.getName().equals("prepareStatement")
                    && String.valueOf(arguments[0]).startsWith("DELETE")
                    && kills.incrementAndGet() <= KILLS) {
                connection.close();
                lab.append(service.topic(), key, kills.get() + 1L);
                throw new SQLException("killed between send and delete", "57P01");
            }
            return Sabotage.proceed(connection, method, arguments);
        });
    }
}
