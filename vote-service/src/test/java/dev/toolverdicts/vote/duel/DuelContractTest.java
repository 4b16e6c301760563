package dev.toolverdicts.vote.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.ranking.Rules;
import dev.toolverdicts.vote.turn.Versions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DuelContractTest {

    private final JsonMapper json = new JsonMapper();

    private void follows(String topic, Object state) {
        byte[] written = json.writeValueAsBytes(state);
        assertThatNoException().isThrownBy(() -> ContractSchemas.validate(topic, written));
        assertThat(json.readValue(written, (Class<?>) state.getClass())).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedOfAPairFollowsTheContract(Winner winner) {
        DuelState first = DuelState.none(
                        new Pair(DuelRankingTest.tool(1), DuelRankingTest.tool(2)), DuelRankingTest.NOW)
                .changed(null, winner, DuelRankingTest.NOW);
        follows(Duels.TOPIC, first);
        follows(Duels.TOPIC, first.changed(winner, null, DuelRankingTest.NOW));
    }

    @Test
    void whatIsPublishedOfRanksFollowsTheContract() {
        var ranking = new DuelRanking(Rules.STANDARD, tool -> "tool-" + tool.getLeastSignificantBits());
        follows(
                DuelRanks.TOPIC,
                ranking.of(
                                "audio",
                                List.of(
                                        DuelRankingTest.duels(1, 2, 900_000, 0, 1),
                                        DuelRankingTest.duels(3, 4, 0, 1, 0)),
                                DuelRankingTest.NOW)
                        .withVersion(7));
        follows(
                DuelRanks.TOPIC,
                ranking.of("audio", List.of(), DuelRankingTest.NOW).withVersion(8));
    }

    @Test
    void versionsRiseAndNeverFallBehindTheTime() {
        long first = Versions.after(0, DuelRankingTest.NOW);
        assertThat(first).isEqualTo(DuelRankingTest.NOW.toEpochMilli());
        assertThat(Versions.after(first, DuelRankingTest.NOW)).isEqualTo(first + 1);
        assertThat(Versions.after(first + 10, DuelRankingTest.NOW)).isEqualTo(first + 11);
    }

    @Test
    void everySampleIsRead() {
        assertThat(ContractSchemas.samples(Duels.TOPIC))
                .allSatisfy((_, value) -> assertThat(
                                json.readValue(value, DuelState.class).pair().key())
                        .contains(":"));
        assertThat(ContractSchemas.samples(DuelRanks.TOPIC))
                .allSatisfy((_, value) -> assertThat(
                                json.readValue(value, DuelRankState.class).categoryKey())
                        .isNotBlank());
    }
}
