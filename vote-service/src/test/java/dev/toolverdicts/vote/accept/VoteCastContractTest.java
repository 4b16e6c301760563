package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class VoteCastContractTest {

    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @EnumSource(Choice.class)
    void everyChoiceThatIsPublishedFollowsTheContract(Choice choice) {
        for (ReferrerKind referrer : ReferrerKind.values()) {
            for (String network : new String[] {null, "b7c1f0e2a95d4c38"}) {
                var vote = new VoteCast(
                        new UUID(1, 2),
                        new UUID(3, 4),
                        choice,
                        "device",
                        network,
                        referrer,
                        Instant.EPOCH,
                        Instant.ofEpochSecond(1, 1),
                        network == null ? null : ArrivalSite.of("www.example.co.uk"));
                assertThatNoException()
                        .isThrownBy(() -> ContractSchemas.validate("vote.cast.v1", json.writeValueAsBytes(vote)));
            }
        }
    }
}
