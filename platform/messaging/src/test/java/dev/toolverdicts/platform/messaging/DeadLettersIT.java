package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.DecisionRefused.Why;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.TransactionException;

@ThingTest
class DeadLettersIT {

    private static final Act ACT = new Act("olga", "the producer wrote a bracket too few");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final ThingService service;
    private final ThingRepository things;
    private final ThingProjector projector;
    private final DeadLetters letters;
    private final OperationAudit audit;
    private final JdbcClient jdbc;
    private final MessageListenerContainer listener;
    private final String prefix = UUID.randomUUID() + "-";

    DeadLettersIT(
            ThingService service,
            ThingRepository things,
            ThingProjector projector,
            DeadLetters letters,
            OperationAudit audit,
            JdbcClient jdbc,
            KafkaListenerEndpointRegistry listeners) {
        this.service = service;
        this.things = things;
        this.projector = projector;
        this.letters = letters;
        this.audit = audit;
        this.jdbc = jdbc;
        this.listener = listeners.getListenerContainer(ThingProjector.LISTENER);
    }

    @AfterEach
    void undisturbed() {
        projector.undisturbed();
    }

    @Test
    void aLetterShowsAllThatIsKnownOfIt() {
        var sent = new ProducerRecord<>(service.topic(), 2, prefix + "a", "{\"id\":".getBytes(UTF_8));
        sent.headers()
                .add("traceparent", ("00-" + TRACE + "-00f067aa0ba902b7-01").getBytes(UTF_8))
                .add("origin", new byte[] {0, (byte) 0xff});
        long offset = Topics.send(sent);

        DeadLetter letter = letters.find(awaitLetter("a")).orElseThrow();

        assertThat(letter.consumer()).isEqualTo("thing-projector");
        assertThat(letter.topic()).isEqualTo(service.topic());
        assertThat(letter.partition()).isEqualTo(2);
        assertThat(letter.offset()).isEqualTo(offset);
        assertThat(letter.key().text()).isEqualTo(prefix + "a");
        assertThat(letter.value())
                .isEqualTo(new Bytes(6, "{\"id\":", HexFormat.of().formatHex("{\"id\":".getBytes(UTF_8)), false));
        assertThat(letter.headers()).contains(new DeadLetter.NamedBytes("origin", new Bytes(2, null, "00ff", false)));
        assertThat(letter.traceId()).isEqualTo(TRACE);
        assertThat(letter.cause()).isEqualTo("the value is not JSON");
        assertThat(letter.state()).isEqualTo("waiting");
        assertThat(letter.sentAt()).isNotNull();
        assertThat(letters.value(letter.id())).hasValue("{\"id\":".getBytes(UTF_8));
        assertThat(letters.newest("waiting", "thing-projector", service.topic(), Long.MAX_VALUE, 1000))
                .anySatisfy(line -> {
                    assertThat(line.id()).isEqualTo(letter.id());
                    assertThat(line.traceId()).isEqualTo(TRACE);
                });
    }

    @Test
    void oneThatIsStillRefusedWaitsAndTheAuditSaysWhy() {
        long id = poison("a", 0);

        assertThatThrownBy(() -> letters.replay(id, ACT, null)).satisfies(refused(Why.STILL_REFUSED));
        assertThatThrownBy(() -> letters.replay(id, ACT, state("a", 1, "nul\\u0000")))
                .satisfies(refused(Why.STILL_REFUSED));

        DeadLetter letter = letters.find(id).orElseThrow();
        assertThat(letter.state()).isEqualTo("waiting");
        assertThat(letter.history()).extracting(AuditEntry::action).containsExactly("replay-refused", "replay-refused");
        assertThat(letter.history().getFirst().detail()).contains("0x00");
        assertThat(things.things(prefix)).isEmpty();
        assertThat(things.journalled(prefix)).isZero();
    }

    @Test
    void aRepairedOneIsAppliedOnceAtItsPlaceHoweverOftenItIsAskedFor() {
        long id = poison("a", 1);
        byte[] repaired = state("a", 1, "mended");

        List<CompletableFuture<DeadLetter>> asked = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> letters.replay(id, ACT, repaired)))
                .toList();

        assertThat(asked).allSatisfy(each -> assertThat(each.join().state()).isEqualTo("replayed"));
        assertThat(letters.replay(id, ACT, null).state()).isEqualTo("replayed");
        assertThat(things.things(prefix).get(prefix + "a").body()).isEqualTo("mended");
        DeadLetter letter = letters.find(id).orElseThrow();
        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE topic = ? AND partition = ? AND record_offset = ?")
                        .params(letter.topic(), letter.partition(), letter.offset())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(letter.decidedBy()).isEqualTo("olga");
        assertThat(letter.decidedBecause()).isEqualTo(ACT.reason());
        assertThat(letter.history()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("replay");
            assertThat(entry.actor()).isEqualTo("olga");
            assertThat(entry.reason()).isEqualTo(ACT.reason());
            assertThat(entry.detail()).isEqualTo("repaired");
        });
        assertThatThrownBy(() -> letters.replay(id, ACT, state("a", 1, "otherwise")))
                .satisfies(refused(Why.DECIDED));
        assertThatThrownBy(() -> letters.drop(id, ACT)).satisfies(refused(Why.DECIDED));
    }

    @Test
    void anOldVersionThatIsReplayedAfterANewerOneChangesNothing() {
        long id = poison("a", 0);
        Topics.send(Topics.state(service.topic(), 0, prefix + "a", 7));
        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(1));

        assertThat(letters.replay(id, ACT, state("a", 6, "old")).state()).isEqualTo("replayed");

        assertThat(things.things(prefix).get(prefix + "a"))
                .isEqualTo(new ThingRepository.Row(prefix + "a", 7, "sent", 1));
    }

    @Test
    void aRepairMayNotSayAnotherVersionThanTheRecord() {
        var sent = new ProducerRecord<>(service.topic(), 0, prefix + "a", new byte[] {'{'});
        sent.headers().add(EventCodec.header("ce_version", "3"));
        Topics.send(sent);
        long id = awaitLetter("a");

        String asText = new String(state("a", 99, "too new"), UTF_8).replace(":99,", ":\"99\",");
        assertThatThrownBy(() -> letters.replay(id, ACT, state("a", 99, "too new")))
                .satisfies(refused(Why.OTHER_VERSION));
        assertThatThrownBy(() -> letters.replay(id, ACT, asText.getBytes(UTF_8)))
                .satisfies(refused(Why.OTHER_VERSION));
        assertThat(letters.replay(id, ACT, state("a", 3, "right")).state()).isEqualTo("replayed");
    }

    /// A session that ends in the middle is what a killed process looks like to the database.
    @Test
    void aReplayThatIsCutOffHasNotHappenedAndCanBeMadeAgain() {
        long id = poison("a", 2);
        byte[] repaired = state("a", 1, "mended");
        projector.whileApplying(events -> {
            if (events.getFirst().key().startsWith(prefix)) {
                things.apply(events);
                jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .listOfRows();
            }
        });

        assertThatThrownBy(() -> letters.replay(id, ACT, repaired))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);

        projector.undisturbed();
        assertThat(letters.find(id).orElseThrow().state()).isEqualTo("waiting");
        assertThat(letters.find(id).orElseThrow().history()).isEmpty();
        assertThat(things.journalled(prefix)).isZero();
        assertThat(letters.replay(id, ACT, repaired).state()).isEqualTo("replayed");
        assertThat(things.journalled(prefix)).isEqualTo(1);
    }

    @Test
    void whatWasDecidedHoldsWhenTheLogIsReadAgain() {
        long mended = poison("mended", 0);
        long dropped = poison("dropped", 1);
        long untouched = poison("untouched", 2);
        letters.replay(mended, ACT, state("mended", 4, "mended"));
        letters.drop(dropped, ACT);
        jdbc.sql("DELETE FROM thing WHERE starts_with(id, ?)").param(prefix).update();

        new LogAgain(jdbc, listener).read();

        assertThat(things.things(prefix).keySet()).containsExactly(prefix + "mended");
        assertThat(letters.find(mended).orElseThrow().state()).isEqualTo("replayed");
        assertThat(letters.find(dropped).orElseThrow().state()).isEqualTo("dropped");
        assertThat(letters.find(untouched).orElseThrow().state()).isEqualTo("waiting");
    }

    @Test
    void whatWaitsIsPassedOverAlsoByAProgramThatCouldApplyIt() {
        projector.whileApplying(this::hasABug);
        Topics.send(Topics.state(service.topic(), 0, prefix + "a", 1));
        long id = awaitLetter("a");
        projector.undisturbed();

        new LogAgain(jdbc, listener).read();

        assertThat(things.things(prefix)).isEmpty();
        assertThat(letters.find(id).orElseThrow().state()).isEqualTo("waiting");
        letters.replay(id, ACT, null);
        assertThat(things.things(prefix).get(prefix + "a").applied()).isEqualTo(1);
    }

    @Test
    void aDroppedOneCountsNoMoreAndMayStillBeReplayed() {
        long id = poison("a", 0);
        DeadLetter dropped = letters.drop(id, ACT);
        letters.drop(id, new Act("paul", "again"));

        assertThat(dropped.state()).isEqualTo("dropped");
        assertThat(letters.newest("waiting", null, null, Long.MAX_VALUE, 1000)).noneMatch(line -> line.id() == id);
        assertThat(letters.find(id).orElseThrow().decidedBy()).isEqualTo("olga");

        assertThat(letters.replay(id, ACT, state("a", 1, "after all")).state()).isEqualTo("replayed");
        assertThat(letters.find(id).orElseThrow().history())
                .extracting(AuditEntry::action)
                .containsExactly("replay", "drop");
    }

    @Test
    void allThatWaitAreReplayedAfterTheCauseIsMended() {
        projector.whileApplying(this::hasABug);
        Topics.sendAll(IntStream.range(0, 20)
                .mapToObj(i -> Topics.state(service.topic(), i % 3, prefix + i, 1))
                .toList());
        await().untilAsserted(() -> assertThat(waiting()).isEqualTo(20));
        long before = firstWaiting() - 1;
        projector.undisturbed();

        DeadLetters.Replayed replayed = letters.replayAll(Selected.ofConsumer("thing-projector"), before, ACT);

        assertThat(replayed.replayed()).isEqualTo(20);
        assertThat(replayed.next()).isNull();
        assertThat(things.things(prefix)).hasSize(20);
        assertThat(things.appliedTwice(prefix)).isZero();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsDroppedWhileAllAreReplayedStaysDropped() {
        projector.whileApplying(this::hasABug);
        Topics.send(Topics.state(service.topic(), 0, prefix + "first", 1));
        long first = awaitLetter("first");
        Topics.send(Topics.state(service.topic(), 0, prefix + "second", 1));
        long second = awaitLetter("second");
        projector.whileApplying(_ ->
                CompletableFuture.supplyAsync(() -> letters.drop(second, ACT)).join());

        DeadLetters.Replayed replayed = letters.replayAll(Selected.ofConsumer("thing-projector"), first - 1, ACT);

        assertThat(replayed.replayed()).isEqualTo(1);
        assertThat(replayed.refused()).isZero();
        assertThat(letters.find(second).orElseThrow().state()).isEqualTo("dropped");
        assertThat(things.things(prefix).keySet()).containsExactly(prefix + "first");
    }

    @Test
    void manyAreDroppedByWhatTheyHaveInCommonAndNoOthers() {
        long first = poison("a", 0);
        long second = poison("b", 0);
        long third = poison("c", 0);
        String cause = letters.find(first).orElseThrow().cause();

        assertThat(letters.dropAll(new Selected(null, null, service.topic(), prefix + "a", cause), 0, ACT))
                .isEqualTo(new DeadLetters.Dropped(1, null));
        assertThat(letters.dropAll(new Selected(null, null, service.topic(), null, "another"), 0, ACT)
                        .dropped())
                .isZero();
        assertThat(letters.dropAll(Selected.of(List.of(first, second)), 0, ACT).dropped())
                .isEqualTo(1);

        assertThat(letters.find(second).orElseThrow().history())
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("drop"));
        assertThat(letters.find(third).orElseThrow().state()).isEqualTo("waiting");
        assertThat(letters.replayAll(Selected.of(List.of(second, third)), 0, ACT))
                .isEqualTo(new DeadLetters.Replayed(0, 1, null));
    }

    @Test
    void aNoteIsKeptAndAudited() {
        long id = poison("a", 0);

        assertThat(letters.note(id, "olga", "asked the producer").note()).isEqualTo("asked the producer");
        assertThat(letters.note(id, "olga", null).note()).isNull();

        assertThat(letters.find(id).orElseThrow().history()).hasSize(2);
    }

    @Test
    void theAuditIsOnlyAddedTo() {
        audit.note(ACT, "test", prefix + "subject", null);

        assertThat(audit.newest(Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(prefix + "subject");
            assertThat(entry.at()).isNotNull();
        });
        for (String change : List.of(
                "UPDATE operation_audit SET actor = 'nobody'",
                "DELETE FROM operation_audit",
                "TRUNCATE operation_audit")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("only added to");
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(letters.find(-1)).isEmpty();
        assertThatThrownBy(() -> letters.replay(-1, ACT, null)).satisfies(refused(Why.UNKNOWN));
        jdbc.sql("""
                        INSERT INTO dead_letter (consumer, topic, partition, record_offset, headers, reason)
                        VALUES ('gone', ?, 0, 0, '', 'of a listener that is no more')
                        """).param(prefix).update();
        long id = jdbc.sql("SELECT id FROM dead_letter WHERE topic = ?")
                .param(prefix)
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> letters.replay(id, ACT, null)).satisfies(refused(Why.NO_LISTENER));
    }

    private static java.util.function.Consumer<Throwable> refused(Why why) {
        return thrown -> {
            Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            DecisionRefused.class, e -> assertThat(e.why()).isEqualTo(why));
        };
    }

    private void hasABug(List<Received<ThingState>> events) {
        if (events.stream().anyMatch(event -> event.key().startsWith(prefix))) {
            throw new IllegalArgumentException("a bug");
        }
    }

    private long poison(String name, int partition) {
        Topics.send(new ProducerRecord<>(service.topic(), partition, prefix + name, "{no json".getBytes(UTF_8)));
        return awaitLetter(name);
    }

    private byte[] state(String name, long version, String body) {
        return "{\"id\":\"%s\",\"version\":%d,\"body\":\"%s\"}"
                .formatted(prefix + name, version, body)
                .getBytes(UTF_8);
    }

    private long awaitLetter(String name) {
        return await().until(
                        () -> jdbc.sql("SELECT id FROM dead_letter WHERE record_key = ?")
                                .param((prefix + name).getBytes(UTF_8))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        id -> id > 0);
    }

    private long waiting() {
        return ofMine("count(*)");
    }

    private long firstWaiting() {
        return ofMine("min(id)");
    }

    private long ofMine(String what) {
        return jdbc.sql("SELECT %s FROM dead_letter WHERE state = 'waiting' AND position(?::bytea IN record_key) = 1"
                        .formatted(what))
                .param(prefix.getBytes(UTF_8))
                .query(Long.class)
                .single();
    }
}
