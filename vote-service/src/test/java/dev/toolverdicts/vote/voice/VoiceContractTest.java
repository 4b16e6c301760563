package dev.toolverdicts.vote.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.voice.VoiceState.OfRole;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VoiceContractTest {

    private static final Instant NOW = Instant.parse("2026-11-29T18:20:00.123Z");
    private static final UUID TOOL = new UUID(0, 1);

    private final JsonMapper json = new JsonMapper();

    private static VoiceState state(List<OfRole> roles, List<VoiceState.Reason> reasons) {
        return new VoiceState(TOOL, 0, roles, reasons, NOW);
    }

    @Test
    void whatIsPublishedFollowsTheContract() {
        VoiceState first = state(
                        Arrays.stream(VoterRole.values())
                                .map(role -> OfRole.of(role, 2, 3, 1.96))
                                .toList(),
                        List.of(
                                new VoiceState.Reason(Choice.SHIP, VoterRole.BUILDER, "It fits."),
                                new VoiceState.Reason(Choice.SKIP, null, "Too slow.")))
                .after(VoiceState.none(TOOL, NOW));
        for (VoiceState each : List.of(first, state(List.of(), List.of()).after(first))) {
            byte[] written = json.writeValueAsBytes(each);
            assertThatNoException().isThrownBy(() -> ContractSchemas.validate(VoiceSums.TOPIC, written));
            assertThat(json.readValue(written, VoiceState.class)).isEqualTo(each);
        }
    }

    @Test
    void everySampleIsRead() {
        assertThat(ContractSchemas.samples(VoiceSums.TOPIC))
                .allSatisfy((_, value) -> assertThat(
                                json.readValue(value, VoiceState.class).version())
                        .isPositive());
    }

    @Test
    void versionsRiseAndNeverFallBehindTheTime() {
        VoiceState first = state(List.of(), List.of()).after(VoiceState.none(TOOL, NOW));
        assertThat(first.version()).isEqualTo(NOW.toEpochMilli());
        assertThat(state(List.of(), List.of()).after(first).version()).isEqualTo(NOW.toEpochMilli() + 1);
    }

    @Test
    void aRoleHasTheCommunitysFigures() {
        OfRole of = OfRole.of(VoterRole.FOUNDER, 3, 1, 1.96);
        assertThat(of.pct()).isEqualTo(75);
        assertThat(of.wilsonLow()).isEqualTo(0.3006);
        assertThat(of.wilsonHigh()).isEqualTo(0.9544);
    }

    @Test
    void theLatestVoteIsTheOneFurtherOnInTheLog() {
        var counted = new Ballot(Choice.SHIP, 5);
        assertThat(Ballot.latest(null, null)).isNull();
        assertThat(Ballot.latest(counted, null)).isEqualTo(counted);
        assertThat(Ballot.latest(counted, receipt(4, Choice.NONE))).isEqualTo(counted);
        assertThat(Ballot.latest(counted, receipt(6, Choice.NONE))).isEqualTo(new Ballot(Choice.NONE, 6));
        assertThat(Ballot.latest(null, receipt(0, Choice.SKIP))).isEqualTo(new Ballot(Choice.SKIP, 0));
        assertThat(new Ballot(Choice.NONE, 6).stands()).isFalse();
    }

    private static Receipt receipt(long offset, Choice choice) {
        return new Receipt(TOOL, 0, offset, choice, NOW);
    }
}
