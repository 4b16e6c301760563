package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

/// Two copies of a service and one order to both.
class PauseIT {

    private static final Act ACT = new Act("olga", "the broker is being moved");
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Test
    void aPausedRelayHoldsEventsBackInAllCopiesUntilItIsResumed() {
        var place = Instance.Place.fresh();
        try (Instance one = Instance.start(place);
                Instance other = Instance.start(place)) {
            one.service().change("first", "goes");
            awaitSent(one, 1);
            switches(one).set(Switch.RELAY, true, ACT);
            // What was read before the order may still go out; nothing is asked of it here.
            await().atMost(PROMISED)
                    .untilAsserted(() -> assertThat(paused(other)).contains(Switch.RELAY));

            Stream.of(one, other)
                    .forEach(copy ->
                            IntStream.range(0, 20).forEach(i -> copy.service().change("held-" + i, "waits")));

            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> backlog(one) == 40);
            assertThat(Topics.read(place.topic())).hasSize(1);
            assertThat(gauge(other, Switch.RELAY)).isEqualTo(1);

            switches(other).set(Switch.RELAY, false, ACT);

            await().untilAsserted(() -> assertThat(backlog(one)).isZero());
            assertThat(Topics.read(place.topic())).hasSize(41);
            await().untilAsserted(() -> assertThat(gauge(one, Switch.RELAY)).isZero());
        }
    }

    @Test
    void aPausedConsumerAppliesNothingInAnyCopyAndThroughARestart() {
        var place = Instance.Place.fresh();
        try (Instance one = Instance.start(place)) {
            Instance other = Instance.start(place);
            send(place, 0, 30);
            await().untilAsserted(() -> assertThat(one.things().things("")).hasSize(30));
            switches(one).set(place.service(), true, ACT);
            await().atMost(PROMISED)
                    .untilAsserted(() -> assertThat(List.of(paused(one), paused(other)))
                            .allMatch(names -> names.contains(place.service())));

            send(place, 30, 60);
            other.close();
            try (Instance again = Instance.start(place)) {
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(6))
                        .until(() -> one.things().things("").size() == 30);
                assertThat(gauge(again, place.service())).isEqualTo(1);
                assertThat(health(again).getDetails()).containsEntry("paused", Set.of(place.service()));

                switches(again).set(place.service(), false, ACT);

                await().untilAsserted(() -> assertThat(one.things().things("")).hasSize(60));
                assertThat(one.things().appliedTwice("")).isZero();
            }
        }
    }

    @Test
    void whatWaitsForAPausedConsumerIsCountedAndItsAgeGoesOn() {
        var place = Instance.Place.fresh();
        try (Instance one = Instance.start(place)) {
            // By a relay: a marker of its transaction stands behind the record, and is nothing that waits.
            one.service().change("first", "goes");
            await().untilAsserted(() -> assertThat(one.things().things("")).hasSize(1));
            switches(one).set(place.service(), true, ACT);
            await().until(() -> one.listener().isPauseRequested());
            // Where the log does not say within its time, it is asked again.
            await().untilAsserted(() -> assertThat(value(one, "messaging.lag")).isZero());
            await().untilAsserted(
                            () -> assertThat(value(one, "messaging.model.age")).isZero());

            send(place, 0, 9);

            await().untilAsserted(() -> assertThat(value(one, "messaging.lag")).isEqualTo(9));
            double age = value(one, "messaging.model.age");
            await().untilAsserted(
                            () -> assertThat(value(one, "messaging.model.age")).isGreaterThan(age + 2));
            assertThat(one.things().things("")).hasSize(1);

            switches(one).set(place.service(), false, ACT);

            await().untilAsserted(() -> assertThat(one.things().things("")).hasSize(10));
            await().untilAsserted(() -> assertThat(value(one, "messaging.lag")).isZero());
            await().untilAsserted(
                            () -> assertThat(value(one, "messaging.model.age")).isZero());
        }
    }

    @Test
    void pausingTwiceIsNotedOnceAndWhatIsNotThereCannotBePaused() {
        var place = Instance.Place.fresh();
        try (Instance one = Instance.start(place)) {
            Switches switches = switches(one);
            assertThat(switches.all())
                    .containsExactlyInAnyOrder(Switch.untouched(Switch.RELAY), Switch.untouched(place.service()));

            switches.set(Switch.RELAY, false, ACT);
            switches.set(Switch.RELAY, true, ACT);
            switches.set(Switch.RELAY, true, new Act("paul", "me too"));
            switches.set(Switch.RELAY, false, ACT);

            assertThat(switches.set("nobody", true, ACT)).isEmpty();
            assertThat(switches.find(Switch.RELAY).orElseThrow().changedBy()).isEqualTo("olga");
            OperationAudit audit = one.context().getBean(OperationAudit.class);
            assertThat(audit.newest(Long.MAX_VALUE, 10))
                    .extracting(AuditEntry::action)
                    .containsExactly("resume", "pause");
        }
    }

    private static void send(Instance.Place place, int from, int to) {
        Topics.sendAll(IntStream.range(from, to)
                .mapToObj(i -> Topics.state(place.topic(), i % 3, "thing-" + i, 1))
                .toList());
    }

    private static void awaitSent(Instance copy, int events) {
        await().untilAsserted(
                        () -> assertThat(Topics.read(copy.service().topic())).hasSize(events));
    }

    private static Switches switches(Instance copy) {
        return copy.context().getBean(Switches.class);
    }

    private static Set<String> paused(Instance copy) {
        return copy.context().getBean(Pauses.class).names();
    }

    private static Health health(Instance copy) {
        return copy.context().getBean(PausesHealthIndicator.class).health();
    }

    private static long backlog(Instance copy) {
        return copy.context().getBean(OutboxRepository.class).backlog();
    }

    private static double value(Instance copy, String name) {
        return copy.context().getBean(MeterRegistry.class).get(name).gauge().value();
    }

    private static double gauge(Instance copy, String name) {
        return copy.context()
                .getBean(MeterRegistry.class)
                .get("messaging.paused")
                .tag("name", name)
                .gauge()
                .value();
    }
}
