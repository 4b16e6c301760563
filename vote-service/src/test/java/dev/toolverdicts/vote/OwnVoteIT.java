package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a voter chose, before anything is counted.
class OwnVoteIT extends WholeService {

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    /// As the script of open pages asks: who reads becomes no voter by it.
    @Test
    void whoOnlyWantsToKnowIsMadeNoVoter() {
        String question = "/api/v1/votes?known=true&said=true&tools=" + tool.slug();
        visitor.awaitTally(tool.slug(), 0, 0);

        HttpResponse<String> stranger = visitor.get(question);

        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(stranger.body())
                .isEqualTo("{\"votes\":{\"%s\":{\"choice\":null,\"counted\":true,\"state\":null,\"reason\":null}},"
                                .formatted(tool.slug())
                        + "\"formToken\":\"\",\"said\":{}}");

        receipt(visitor.cast(tool.slug(), "ship"));
        JsonNode voter = json(visitor.get(question));
        assertThat(voter.get("votes").get(tool.slug()).get("choice").asString()).isEqualTo("ship");
        assertThat(voter.get("formToken").asString()).isNotEmpty();
    }

    /// What is asked without saying so is given a voter, as the public contract has it.
    @Test
    void everyOtherCallSetsTheVotersCookie() {
        HttpResponse<String> stranger = visitor.get("/api/v1/votes?tools=" + tool.slug());

        assertThat(stranger.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("voter="));
        assertThat(json(stranger).get("formToken").asString()).isNotEmpty();
    }

    @Test
    void theOwnVoteShowsAtOnceWhileNothingIsCounted() {
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 1, 0);
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(visitor.cast(tool.slug(), "skip"));
            assertThat(visitor.own(tool.slug()).toString())
                    .isEqualTo("{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}");
            JsonNode many = json(visitor.get("/api/v1/votes?tools=unknown-one," + tool.slug()));
            assertThat(many.get("votes").toString())
                    .isEqualTo("{\"%s\":{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}}"
                            .formatted(tool.slug()));
            String withdrawn = receipt(visitor.withdraw(tool.slug()));
            assertThat(json(visitor.get("/api/v1/tools/" + tool.slug() + "/vote?after=" + withdrawn))
                            .toString())
                    .isEqualTo("{\"choice\":null,\"counted\":false,\"state\":null,\"reason\":null}");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        visitor.awaitTally(tool.slug(), 0, 0);
        assertThat(visitor.own(tool.slug()).toString())
                .isEqualTo("{\"choice\":null,\"counted\":true,\"state\":null,\"reason\":null}");
    }
}
