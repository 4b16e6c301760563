package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The judge of topics sees bad ones.
class PublishedTest {

    private static final UUID KEY = new UUID(0, 1);

    private static List<Violation> violations(long table, long... topic) {
        return Published.violations(
                Arrays.stream(topic)
                        .mapToObj(version -> new Published(KEY, version))
                        .toList(),
                Map.of(KEY, table));
    }

    @Test
    void versionsRiseAndTheLastIsTheTables() {
        assertThat(violations(3, 1, 2, 3)).isEmpty();
    }

    @Test
    void statesMayBeSentAgainAndReplacedUnseen() {
        assertThat(violations(7, 1, 4, 1, 4, 7)).isEmpty();
    }

    @Test
    void aStateThatComesAfterALaterOneIsInverted() {
        assertThat(violations(3, 1, 3, 2, 3)).singleElement().asString().contains("inverted");
    }

    @Test
    void aChangeThatWasNotPublishedIsFound() {
        assertThat(violations(3, 1, 2)).singleElement().asString().contains("in the table 3");
        assertThat(violations(1)).singleElement().asString().contains("is null, in the table 1");
    }

    @Test
    void aStateThatWasRolledBackAndIsPublishedAllTheSameIsFound() {
        assertThat(violations(2, 1, 2, 3)).singleElement().asString().contains("is 3, in the table 2");
    }

    @Test
    void anOldStateThatIsTheLastIsFound() {
        assertThat(violations(3, 1, 2, 3, 2)).singleElement().asString().contains("is 2, in the table 3");
    }

    @Test
    void keysAreJudgedApart() {
        UUID other = new UUID(0, 2);
        List<Published> topic =
                List.of(new Published(KEY, 5), new Published(other, 1), new Published(KEY, 6), new Published(other, 2));

        assertThat(Published.violations(topic, Map.of(KEY, 6L, other, 2L))).isEmpty();
    }
}
