package dev.toolverdicts.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolverdicts.gateway.problem.BackendFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");
    private static final URI ASKED = URI.create("lb://group/p%20q?r=%2F");

    // Near its overflow: nothing may depend on the sign.
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    private Copies copies(URI... addresses) {
        return new Copies("group", List.of(addresses), Duration.ofNanos(100), now::get);
    }

    private static Journey journey(Copies copies, boolean repeatable) {
        return new Journey(ASKED, copies, repeatable, Duration.ofNanos(50));
    }

    @Test
    void copiesTakeTurns() {
        Copies copies = copies(A, B);

        assertThat(List.of(copies.next(List.of()), copies.next(List.of()), copies.next(List.of())))
                .extracting(Copy::toString)
                .containsExactly("http://a:1", "http://b:1", "http://a:1");
    }

    @Test
    void aCopyThatWasNotReachedRestsForAWhile() {
        Copies copies = copies(A, B);
        Journey journey = journey(copies, false);
        journey.next();

        assertThat(journey.goesOnAfter(BackendFailure.UNREACHED)).isTrue();

        for (int i = 0; i < 4; i++) {
            assertThat(copies.next(List.of())).hasToString("http://b:1");
        }
        now.addAndGet(100);
        assertThat(List.of(copies.next(List.of()), copies.next(List.of())))
                .extracting(Copy::toString)
                .containsExactlyInAnyOrder("http://a:1", "http://b:1");
    }

    @Test
    void somebodyIsAskedEvenWhenAllRest() {
        Copies copies = copies(A, B);
        Journey journey = journey(copies, false);
        journey.next();
        journey.goesOnAfter(BackendFailure.UNREACHED);
        journey.next();
        journey.goesOnAfter(BackendFailure.UNREACHED);

        assertThat(copies.next(List.of())).isNotNull();
    }

    @Test
    void aRequestGoesToEachCopyOnceWithItsAddressAsItWas() {
        Journey journey = journey(copies(A, B), true);

        assertThat(journey.next()).hasToString("http://a:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        assertThat(journey.next()).hasToString("http://b:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void aLoneCopyIsAskedTwice() {
        Journey journey = journey(copies(A), true);

        journey.next();
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        assertThat(journey.next()).hasToString("http://a:1/p%20q?r=%2F");
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void onlyWhatMayBeRepeatedGoesOnAfterItMayHaveHadItsEffect() {
        Journey write = journey(copies(A, B), false);
        write.next();

        assertThat(write.goesOnAfter(BackendFailure.CUT_OFF)).isFalse();
    }

    @Test
    void nothingGoesOnAfterATimeoutOrAFailureOfOurOwn() {
        for (BackendFailure failure : List.of(BackendFailure.TOO_SLOW, BackendFailure.NONE)) {
            Journey journey = journey(copies(A, B), true);
            journey.next();

            assertThat(journey.goesOnAfter(failure)).isFalse();
        }
    }

    @Test
    void nothingGoesOnLongAfterItsFirstFailure() {
        Journey journey = journey(copies(A, B, URI.create("http://c:1")), true);
        journey.next();
        // The first attempt may take its time, as a slow read does.
        now.addAndGet(1_000);
        assertThat(journey.goesOnAfter(BackendFailure.CUT_OFF)).isTrue();
        journey.next();
        now.addAndGet(50);

        assertThat(journey.goesOnAfter(BackendFailure.UNREACHED)).isFalse();
    }

    @Test
    void anAddressOfACopyIsAnOrigin() {
        Duration time = Duration.ofSeconds(1);
        for (String address : List.of("http://a:1/path", "ftp://a", "a:8080", "http://a?b", "/a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new CopiesSettings(Map.of("group", List.of(URI.create(address))), time, time, time));
        }
        assertThat(new CopiesSettings(Map.of("group", List.of(URI.create("http://a:1/"))), time, time, time))
                .isNotNull();
    }
}
