package dev.toolverdicts.vote.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TallyTracesTest {

    private static final UUID TOOL = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TallyTraces traces = new TallyTraces();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

    private static Map<String, String> voteOn(UUID tool) {
        return Map.of(tool + ":" + new UUID(1, 1), PARENT);
    }

    @Test
    void aTraceGoesOnOnce() {
        traces.note(voteOn(TOOL), () -> changed.add(TOOL));

        assertThat(traces.take(OTHER)).isNull();
        assertThat(traces.take(TOOL)).isEqualTo(PARENT);
        assertThat(traces.take(TOOL)).isNull();
    }

    @Test
    void ofATallyThatHasNothingToTellNothingGoesOn() {
        traces.note(voteOn(TOOL), () -> changed.add(TOOL));
        traces.note(voteOn(OTHER), () -> {});

        traces.forgetAllBut(changed);

        assertThat(traces.take(OTHER)).isNull();
        assertThat(traces.take(TOOL)).isEqualTo(PARENT);
    }

    /// A publisher's round ends just when the counter has noted a trace and not yet told whose.
    @Test
    void aRoundThatEndsMeanwhileForgetsNoTrace() throws InterruptedException {
        Thread round = Thread.ofPlatform().unstarted(() -> traces.forgetAllBut(changed));

        traces.note(voteOn(TOOL), () -> {
            round.start();
            await().until(() -> round.getState() == Thread.State.BLOCKED || !round.isAlive());
            changed.add(TOOL);
        });
        round.join();

        assertThat(traces.take(TOOL)).isEqualTo(PARENT);
    }
}
