package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

    private record State(String key, long version, String content) {}

    private static List<Received<State>> received(State... states) {
        return Arrays.stream(states)
                .map(state -> new Received<>("things", 0, 0, state.key(), Instant.EPOCH, state))
                .toList();
    }

    @Test
    void ofEachKeyTheHighestVersionIsLeftWhicheverCameLast() {
        var states = received(
                new State("b", 2, "new"),
                new State("a", 1, "old"),
                new State("b", 1, "late"),
                new State("a", 3, "new"));

        assertThat(Newest.of(states, State::key, State::version))
                .as("in the order in which all lock")
                .containsExactly(new State("a", 3, "new"), new State("b", 2, "new"));
    }

    @Test
    void theSameOnceMoreChangesNothing() {
        var states = received(new State("a", 1, "first"), new State("a", 1, "again"));

        assertThat(Newest.of(states, State::key, State::version)).containsExactly(new State("a", 1, "first"));
        assertThat(Newest.of(List.<Received<State>>of(), State::key, State::version))
                .isEmpty();
    }
}
