package dev.toolverdicts.vote.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class VoteEventsContractTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void everySampleVoteIsRead() {
        assertThat(ContractSchemas.samples("vote.cast.v1")).allSatisfy((name, value) -> {
            CastVote vote = json.readValue(value, CastVote.class);
            assertThat(json.readTree(value).get("choice").asString())
                    .as(name)
                    .isEqualTo(vote.choice().toString());
        });
    }

    @Test
    void everySampleRulingIsRead() {
        assertThat(ContractSchemas.samples("vote.ruling.v1")).allSatisfy((name, value) -> {
            VoteRuling ruling = json.readValue(value, VoteRuling.class);
            assertThat(json.readTree(value).get("ruling").asString())
                    .as(name)
                    .isEqualTo(ruling.ruling().toString());
        });
    }

    @ParameterizedTest
    @CsvSource({"maybe", "SHIP", "''"})
    void aChoiceThatIsNoneIsNotRead(String choice) {
        String sample = new String(ContractSchemas.samples("vote.cast.v1").get("ship.json"), UTF_8);
        assertThatException()
                .isThrownBy(() -> json.readValue(sample.replace("\"ship\"", '"' + choice + '"'), CastVote.class));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 5", "3, 1", "550000, 450000"})
    void everyTallyThatIsPublishedFollowsTheContract(long ships, long skips) {
        for (boolean brigade : new boolean[] {false, true}) {
            var tally = new Tally(new UUID(1, 2), 7, ships, skips, 3, 1, brigade, Instant.ofEpochSecond(5));
            byte[] state = json.writeValueAsBytes(TallyState.of(tally, 1.96));
            assertThatNoException().isThrownBy(() -> ContractSchemas.validate("vote.tally.v1", state));
            assertThat(json.readTree(state).get("brigade").asBoolean()).isEqualTo(brigade);
        }
    }
}
