package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class TallyStreamTest {

    private static final Followed ONE = Followeds.of(1);
    private static final Followed TWO = Followeds.of(2);

    private final TallyBoard board = new TallyBoard(new DefaultKafkaConsumerFactory<>(Map.of()), null);

    private final TallyStream stream =
            new TallyStream(board, new StreamSettings(Duration.ofMinutes(1), Duration.ofMinutes(5), 2, 50));

    private void tally(Followed tool, long version, long ships) {
        board.show(new Standing(tool.tool().toolId(), version, ships, 0, 100, 0.5, 1.0, Instant.EPOCH));
    }

    private Flux<ServerSentEvent<TallyView.Named>> open(String lastEventId, Followed... tools) {
        return stream.open(List.of(tools), lastEventId).filter(event -> event.data() != null);
    }

    private static long ships(ServerSentEvent<TallyView.Named> event) {
        return Objects.requireNonNull(event.data()).ships();
    }

    private static String slug(ServerSentEvent<TallyView.Named> event) {
        return Objects.requireNonNull(event.data()).slug();
    }

    @Test
    void thePresentStateComesFirstThenEveryChange() {
        tally(ONE, 3, 7);
        StepVerifier.create(open(null, ONE, TWO))
                .assertNext(event -> assertThat(ships(event)).isEqualTo(7))
                .assertNext(event -> assertThat(slug(event)).isEqualTo("t-2"))
                .then(() -> tally(TWO, 1, 1))
                .assertNext(event -> {
                    assertThat(slug(event)).isEqualTo("t-2");
                    assertThat(ships(event)).isOne();
                    assertThat(event.event()).isEqualTo("tally");
                    assertThat(event.id()).isNotBlank();
                })
                .thenCancel()
                .verify();
    }

    @Test
    void anOlderVersionIsNoNews() {
        tally(ONE, 3, 7);
        StepVerifier.create(open(null, ONE))
                .expectNextCount(1)
                .then(() -> tally(ONE, 2, 6))
                .then(() -> tally(ONE, 3, 7))
                .then(() -> tally(ONE, 4, 8))
                .assertNext(event -> assertThat(ships(event)).isEqualTo(8))
                .thenCancel()
                .verify();
    }

    @Test
    void aSlowReaderSkipsStatesButGetsTheLast() {
        StepVerifier.create(stream.open(List.of(ONE), null), 2)
                .expectNextCount(2)
                .then(() -> {
                    for (int version = 1; version <= 1_000; version++) {
                        tally(ONE, version, version);
                    }
                })
                .thenRequest(3)
                .thenConsumeWhile(event -> ships(event) < 1_000)
                .assertNext(event -> assertThat(ships(event)).isEqualTo(1_000))
                .thenCancel()
                .verify();
    }

    @Test
    void aReaderResumesWhereItLeftOff() {
        tally(ONE, 1, 1);
        String id =
                Objects.requireNonNull(open(null, ONE, TWO).take(2).blockLast()).id();
        tally(ONE, 2, 2);
        StepVerifier.create(open(id, ONE, TWO))
                .assertNext(event -> assertThat(ships(event)).isEqualTo(2))
                .then(() -> tally(TWO, 1, 9))
                .assertNext(event -> assertThat(ships(event)).isEqualTo(9))
                .thenCancel()
                .verify();
    }

    @Test
    void whoLeavesIsForgotten() {
        StepVerifier.create(open(null, ONE, TWO))
                .expectNextCount(2)
                .thenCancel()
                .verify();
        assertThat(stream.readers()).isZero();
        assertThat(board.followed()).isZero();
    }

    @Test
    void aCopyServesOnlySoMany() {
        var first = open(null, ONE).subscribe();
        var second = open(null, ONE).subscribe();
        StepVerifier.create(open(null, ONE)).verifyError(TooManyReaders.class);
        first.dispose();
        StepVerifier.create(open(null, ONE)).expectNextCount(1).thenCancel().verify();
        second.dispose();
        assertThat(stream.readers()).isZero();
    }

    @Test
    void streamsEndWhenTheServiceStops() {
        stream.start();
        StepVerifier.create(open(null, ONE))
                .expectNextCount(1)
                .then(stream::stop)
                .verifyComplete();
        assertThat(board.followed()).isZero();
    }

    @Test
    void aQuietStreamSaysThatItIsAlive() {
        var lively = new TallyStream(board, new StreamSettings(Duration.ofMillis(50), Duration.ofMinutes(5), 2, 50));
        StepVerifier.create(lively.open(List.of(ONE), null)
                        .filter(event -> "alive".equals(event.comment()))
                        .take(2))
                .expectNextCount(2)
                .verifyComplete();
    }
}
