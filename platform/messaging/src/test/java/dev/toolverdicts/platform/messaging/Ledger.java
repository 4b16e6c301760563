package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A running [LedgerApplication] with its log, as tests see it.
record Ledger(Instance.Place place, Instance instance, AtomicLong version) implements AutoCloseable {

    static final Act ACT = new Act("olga", "a test");
    private static final Random RANDOM = new Random(17);
    private static final Duration LONG = Duration.ofSeconds(60);

    static Ledger start(String... settings) {
        return at(Instance.Place.fresh(), settings);
    }

    static Ledger at(Instance.Place place, String... settings) {
        return new Ledger(place, Instance.start(LedgerApplication.class, place, settings), new AtomicLong());
    }

    Rebuilds rebuilds() {
        return instance.context().getBean(Rebuilds.class);
    }

    LedgerRepository rows() {
        return instance.context().getBean(LedgerRepository.class);
    }

    LedgerApplication.Projector projector() {
        return instance.context().getBean(LedgerApplication.Projector.class);
    }

    JdbcClient jdbc() {
        return instance.context().getBean(JdbcClient.class);
    }

    /// Changes of random entries among so many.
    void write(int changes, int entries) {
        Topics.sendAll(IntStream.range(0, changes)
                .mapToObj(_ -> record(RANDOM.nextInt(entries), "body " + RANDOM.nextInt(5)))
                .toList());
    }

    ProducerRecord<String, byte[]> record(int entry, String body) {
        String json = "{\"id\":\"entry-%d\",\"version\":%d,\"body\":\"%s\"}"
                .formatted(entry, version.incrementAndGet(), body);
        return new ProducerRecord<>(place.topic(), "entry-" + entry, json.getBytes(UTF_8));
    }

    void awaitApplied() {
        await().atMost(LONG).untilAsserted(() -> assertThat(rows().bodies()).isEqualTo(told()));
    }

    /// The last body of every entry, as the log has it.
    private Map<String, String> told() {
        EventCodec codec = instance.context().getBean(EventCodec.class);
        var newest = new TreeMap<String, ThingState>();
        Topics.read(place.topic()).stream()
                .filter(received -> received.key().startsWith("entry-"))
                .map(received -> codec.decode(received, ThingState.class))
                .forEach(state ->
                        newest.merge(state.id(), state, (one, other) -> one.version() > other.version() ? one : other));
        var bodies = new TreeMap<String, String>();
        newest.forEach((id, state) -> bodies.put(id, state.body()));
        return bodies;
    }

    RebuildStatus rebuild() {
        assertThat(rebuilds().start(LedgerApplication.NAME, ACT)).isTrue();
        return awaitEnd();
    }

    RebuildStatus awaitEnd() {
        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> !status().state().equals("running"));
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(rows().leftovers()).isZero());
        return status();
    }

    RebuildStatus status() {
        RebuildStatus found = rebuilds().find(LedgerApplication.NAME);
        assertThat(found).isNotNull();
        return found;
    }

    @Override
    public void close() {
        instance.close();
    }
}
