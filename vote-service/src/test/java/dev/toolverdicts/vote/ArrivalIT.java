package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The other site that sent a voter, from the gateway's cookie to a rule's hold.
class ArrivalIT extends WholeService {

    private Tool tool;

    @BeforeEach
    void aTool() {
        tool = catalog.announce();
    }

    private Visitor sentBy(String host) {
        var visitor = new Visitor(port);
        visitor.cookies.put("arrival", host);
        return visitor;
    }

    private String lastVote() {
        byte[] vote =
                topics.read("vote.cast.v1", tool.id().toString()).getLast().value();
        ContractSchemas.validate("vote.cast.v1", vote);
        return new String(vote, UTF_8);
    }

    @Test
    void aVoteSaysWhichSiteSentItsVoterWhicheverWayItIsTaken() {
        receipt(sentBy("old.news.example.org").cast(tool.slug(), "ship"));
        assertThat(lastVote()).contains("\"arrivalSite\":\"example.org\"").doesNotContain("old.news");

        // What comes with a token goes the long way.
        aTool();
        Visitor visitor = sentBy("blog.example.co.uk");
        receipt(visitor.send(visitor.voting(tool.slug(), "ship").header("Authorization", TestTokens.bearer("editor"))));
        assertThat(lastVote()).contains("\"arrivalSite\":\"example.co.uk\"");
    }

    @Test
    void whoCameByThemselvesOrSaysNonsenseCameFromNowhere() {
        receipt(new Visitor(port).cast(tool.slug(), "ship"));
        assertThat(lastVote()).contains("\"arrivalSite\":null");
        aTool();
        receipt(sentBy("https%3A%2F%2Fexample.org%2F").cast(tool.slug(), "ship"));
        assertThat(lastVote()).contains("\"arrivalSite\":null");
    }

    @Test
    void theVoterAndModeratorsSeeItAndDeletingTakesItAway() {
        Visitor visitor = sentBy("news.example.org");
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")));
        assertThat(exported(visitor)).contains("\"arrivalSite\":\"example.org\"");

        assertThat(visitor.deleteVotes().statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(exported(visitor)).contains("\"arrivalSite\":null"));
        assertThat(lastVote()).contains("\"choice\":\"none\"", "\"arrivalSite\":null");
    }

    private static String exported(Visitor visitor) {
        return visitor.get("/api/v1/my-votes/export").body();
    }

    @Test
    void aRushThatOneSiteSentIsHeldWithinAMinute() {
        receipt(new Visitor(port).cast(tool.slug(), "ship"));
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Visitor voter = sentBy("thread" + i + ".example.net");
            receipt(voter.send(
                    voter.voting(tool.slug(), "ship").header("X-Client-Ip", "203.%d.113.9".formatted(i + 1))));
            crowd.add(voter);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(why())
                        .contains("\"total\":{\"ships\":1,\"skips\":0,\"held\":100,\"discarded\":0}")
                        .contains("\"reason\":\"single_referrer\",\"held\":100"));
        assertThat(crowd.getFirst().own(tool.slug()).get("reason").asString()).isEqualTo("single_referrer");
        assertThat(crowd.getFirst().get("/my-votes").body())
                .contains("a crowd that one other site had sent voted on this tool at once");
        assertThat(holds().get("items").get(0).get("arrivalSite").asString()).isEqualTo("example.net");
        assertThat(check.run().differences()).isEmpty();
    }

    private String why() {
        return new Visitor(port)
                .get("/api/v1/tools/" + tool.slug() + "/tally/why")
                .body();
    }

    private JsonNode holds() {
        var moderator = new Visitor(port);
        HttpResponse<String> held = moderator.send(moderator
                .to("/api/v1/moderation/holds/" + tool.slug())
                .header("Authorization", TestTokens.bearer("moderator")));
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        return json(held);
    }
}
