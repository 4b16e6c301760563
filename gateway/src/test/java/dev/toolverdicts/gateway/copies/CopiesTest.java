package dev.toolverdicts.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolverdicts.gateway.problem.BackendFailure;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class CopiesTest {

    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");
    private static final URI C = URI.create("http://c:1");
    private static final URI ASKED = URI.create("lb://group/p%20q?r=%2F");

    private static final Patience PATIENCE =
            new Patience(Duration.ofNanos(3_000), Duration.ofNanos(1_000), Duration.ofNanos(50));

    // Near its overflow: nothing may depend on the sign.
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    private Copies copies(URI... addresses) {
        return new Copies("group", List.of(addresses), Duration.ofNanos(100), Duration.ofNanos(1_000), now::get);
    }

    private static Journey read(Copies copies) {
        return new Journey(ASKED, copies, Repeat.READ, PATIENCE, null);
    }

    private static Journey write(Copies copies) {
        return new Journey(ASKED, copies, Repeat.NEVER, PATIENCE, null);
    }

    @Test
    void copiesTakeTurns() {
        Copies copies = copies(A, B);

        assertThat(List.of(copies.next(true, List.of()), copies.next(true, List.of()), copies.next(true, List.of())))
                .extracting(Copy::toString)
                .containsExactly("http://a:1", "http://b:1", "http://a:1");
    }

    @Test
    void oneThatSpeaksAnotherSchemeIsEnough() {
        assertThat(copies(A, B).allSpeak("http")).isTrue();
        assertThat(copies(A, URI.create("https://c:1")).allSpeak("http")).isFalse();
    }

    @Test
    void copiesThatRestAreCounted() {
        Copies copies = copies(A, B);
        assertThat(copies.known()).isEqualTo(2);
        assertThat(copies.resting()).isZero();

        copies.rest(copies.next(true, List.of()), BackendFailure.UNREACHED);

        assertThat(copies.resting()).isOne();
        now.addAndGet(100);
        assertThat(copies.resting()).isZero();
    }

    @Test
    void aCopyThatWasNotReachedRestsForAWhile() {
        Copies copies = copies(A, B);
        Journey journey = write(copies);
        journey.next();

        assertThat(journey.goesOnAfter(BackendFailure.UNREACHED)).isTrue();

        for (int i = 0; i < 4; i++) {
            assertThat(copies.next(true, List.of())).hasToString("http://b:1");
        }
        now.addAndGet(100 + 1_000);
        assertThat(List.of(copies.next(true, List.of()), copies.next(true, List.of())))
                .extracting(Copy::toString)
                .containsExactlyInAnyOrder("http://a:1", "http://b:1");
    }

    @Test
    void aCopyThatIsBackTakesItsShareLittleByLittle() {
        Copies copies = copies(A, B);
        write(copies).next();
        copies.rest(copies.next(true, List.of(copies.next(true, List.of()))), "test");
        List<Long> taken = new ArrayList<>();
        now.addAndGet(100);
        for (int tenth = 0; tenth <= 10; tenth++) {
            taken.add(Math.min(asked(copies, "http://a:1"), asked(copies, "http://b:1")));
            now.addAndGet(100);
        }

        assertThat(taken).isSorted();
        assertThat(taken.getFirst()).isBetween(1L, 5L);
        assertThat(taken.getLast()).isEqualTo(50);
    }

    @Test
    void writesWaitUntilReadsHaveWarmedACopy() {
        Copies copies = copies(A, B);
        copies.rest(copies.next(true, List.of()), "test");
        now.addAndGet(100 + 500);

        assertThat(IntStream.range(0, 100).mapToObj(_ -> copies.next(false, List.of())))
                .allSatisfy(copy -> assertThat(copy).hasToString("http://b:1"));
        now.addAndGet(1_000);
        assertThat(IntStream.range(0, 100).mapToObj(_ -> copies.next(false, List.of())))
                .anySatisfy(copy -> assertThat(copy).hasToString("http://a:1"));
    }

    @Test
    void aWriteGoesToACopyThatIsJustBackWhenThereIsNoOther() {
        Copies copies = copies(A);
        copies.rest(copies.next(false, List.of()), "test");
        now.addAndGet(101);

        assertThat(copies.next(false, List.of())).hasToString("http://a:1");
    }

    /// How often in a hundred requests.
    private static long asked(Copies copies, String address) {
        return IntStream.range(0, 100)
                .filter(_ -> copies.next(true, List.of()).toString().equals(address))
                .count();
    }

    @Test
    void somebodyIsAskedEvenWhenAllRest() {
        Copies copies = copies(A, B);
        Journey journey = write(copies);
        journey.next();
        journey.goesOnAfter(BackendFailure.UNREACHED);
        journey.next();
        journey.goesOnAfter(BackendFailure.UNREACHED);

        assertThat(copies.next(true, List.of())).isNotNull();
    }

    @Test
    void aRequestGoesToEachCopyOnceWithItsAddressAsItWas() {
        Journey journey = read(copies(A, B));

        assertThat(journey.next()).hasToString("http://a:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        assertThat(journey.next()).hasToString("http://b:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void aLoneCopyIsAskedTwice() {
        Journey journey = read(copies(A));

        journey.next();
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        assertThat(journey.next()).hasToString("http://a:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void onlyWhatMayBeRepeatedGoesOnAfterItMayHaveHadItsEffect() {
        Journey write = write(copies(A, B));
        write.next();

        assertThat(write.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void nothingGoesOnAfterAFailureOfOurOwnNorAWriteAfterATimeout() {
        Journey read = read(copies(A, B));
        read.next();
        Journey write = write(copies(A, B));
        write.next();

        assertThat(read.goesOnAfter(BackendFailure.NONE)).isFalse();
        assertThat(write.limit()).isNull();
        assertThat(write.goesOnAfter(BackendFailure.TOO_SLOW)).isFalse();
    }

    @Test
    void aWriteStaysWithItsSlowCopyAlsoWhenItMayBeRepeated() {
        Journey vote = new Journey(ASKED, copies(A, B), Repeat.WRITE_WITH_BODY, PATIENCE, null);
        vote.next();

        assertThat(vote.limit()).isNull();
        assertThat(vote.goesOnAfter(BackendFailure.TOO_SLOW)).isFalse();
        assertThat(vote.told(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSlowCopyCostsAReadOnlyAPartOfItsTime() {
        Journey journey = read(copies(A, B));
        journey.next();
        assertThat(journey.limit()).isEqualTo(Duration.ofNanos(1_000));

        now.addAndGet(1_000);
        assertThat(journey.goesOnAfter(BackendFailure.TOO_SLOW)).isTrue();
        assertThat(journey.next()).hasToString("http://b:1/p%20q?r=%2F");
        assertThat(journey.limit()).isEqualTo(Duration.ofNanos(2_000));

        now.addAndGet(2_000);
        assertThat(journey.goesOnAfter(BackendFailure.TOO_SLOW)).isFalse();
    }

    @Test
    void aJourneyThatGoesOnFromAnAttemptHasTheRestOfItsTimeAndAnotherCopy() {
        Copies copies = copies(A, B);
        long began = now.get();
        Copy first = copies.next(true, List.of());
        now.addAndGet(1_000);
        Journey journey = new Journey(ASKED, copies, Repeat.READ, PATIENCE, new Attempt(first, began, true));

        assertThat(journey.isOver()).isFalse();
        assertThat(journey.next()).hasToString("http://b:1/p%20q?r=%2F");
        assertThat(journey.limit()).isEqualTo(Duration.ofNanos(2_000));
        now.addAndGet(2_000);
        assertThat(journey.goesOnAfter(BackendFailure.TOO_SLOW)).isFalse();
        assertThat(new Journey(ASKED, copies, Repeat.READ, PATIENCE, new Attempt(first, began, false)).isOver())
                .isTrue();
        assertThat(read(copies).isOver()).isFalse();
    }

    @Test
    void aLoneCopyAndAStreamHaveAllTheTimeThereIs() {
        Journey lone = read(copies(A));
        lone.next();
        Journey stream = new Journey(
                ASKED,
                copies(A, B),
                Repeat.READ,
                new Patience(null, Duration.ofNanos(1_000), Duration.ofNanos(50)),
                null);
        stream.next();

        assertThat(lone.limit()).isNull();
        assertThat(stream.limit()).isNull();
    }

    @Test
    void whatIsSlowForEverybodyIsNotAskedTwiceByEverybody() {
        Copies copies = copies(A, B);
        int retries = 0;
        for (int i = 0; i < 2_000; i++) {
            Journey journey = read(copies);
            journey.next();
            var _ = journey.limit();
            retries += journey.goesOnAfter(BackendFailure.TOO_SLOW) ? 1 : 0;
        }

        assertThat(retries).isBetween(200, 300);
    }

    @Test
    void nothingGoesOnLongAfterItsFirstFailure() {
        Journey journey = read(copies(A, B, URI.create("http://c:1")));
        journey.next();
        // The first attempt may take its time, as a slow read does.
        now.addAndGet(1_000);
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        journey.next();
        now.addAndGet(50);

        assertThat(journey.goesOnAfter(BackendFailure.UNREACHED)).isFalse();
    }

    @Test
    void copiesThatStayAreKnownOnes() {
        Copies copies = copies(A, B);
        copies.rest(copies.next(true, List.of()), "test");

        copies.replace(List.of(B, A, C));

        assertThat(asked(copies, "http://a:1")).isZero();
        assertThat(asked(copies, "http://c:1")).isBetween(1L, 5L);
        now.addAndGet(100 + 1_000);
        assertThat(asked(copies, "http://a:1")).isBetween(30L, 37L);
        assertThat(asked(copies, "http://c:1")).isBetween(30L, 37L);
    }

    @Test
    void aCopyThatIsGoneIsNotAsked() {
        Copies copies = copies(A, B, C);

        copies.replace(List.of(B));

        assertThat(asked(copies, "http://b:1")).isEqualTo(100);
        assertThat(copies.several()).isFalse();
    }

    @Test
    void copiesThatHaveAllJustComeShareAlike() {
        Copies copies = copies(URI.create("http://name:1"));

        copies.replace(List.of(A, B, C));

        assertThat(asked(copies, "http://a:1")).isBetween(25L, 41L);
        assertThat(asked(copies, "http://b:1")).isBetween(25L, 41L);
    }

    @Test
    void anAddressOfACopyIsAnOrigin() {
        Duration time = Duration.ofSeconds(1);
        for (String address : List.of("http://a:1/path", "ftp://a", "a:8080", "http://a?b", "/a")) {
            assertThatIllegalArgumentException().isThrownBy(() -> settings(address, time));
        }
        assertThat(settings("http://a:1/", time)).isNotNull();
    }

    private static CopiesSettings settings(String address, Duration time) {
        return new CopiesSettings(Map.of("group", List.of(URI.create(address))), time, time, time, time, time, time);
    }
}
