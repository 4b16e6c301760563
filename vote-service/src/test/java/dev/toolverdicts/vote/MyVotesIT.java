package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MyVotesIT extends WholeService {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private Visitor visitor;
    private Tool first;
    private Tool second;

    @BeforeEach
    void aVoterOfTwoTools() {
        visitor = new Visitor(port);
        first = catalog.announce();
        second = catalog.announce();
        receipt(visitor.cast(first.slug(), "ship"));
        visitor.own(second.slug(), receipt(visitor.cast(second.slug(), "skip")));
        visitor.own(first.slug(), receipt(visitor.cast(first.slug(), "ship")));
    }

    private JsonNode mine() {
        return json(visitor.get("/api/v1/my-votes")).get("votes");
    }

    private HttpResponse<String> delete() {
        return visitor.deleteVotes();
    }

    private HttpResponse<String> submit(String token) {
        return visitor.send(visitor.to("/my-votes/delete")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("formToken=" + URLEncoder.encode(token, UTF_8))));
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private UUID voterId() {
        return UUID.fromString(
                json(visitor.get("/api/v1/my-votes/export")).get("voterId").asString());
    }

    @Test
    void theOwnVotesAreListedTheLatestFirst() {
        assertThat(mine()).hasSize(2);
        assertThat(mine().at("/0/tool").asString()).isEqualTo(first.slug());
        assertThat(mine().at("/1/choice").asString()).isEqualTo("skip");
        assertThat(mine().at("/1/state").asString()).isEqualTo("counted");
        HttpResponse<String> page = visitor.get("/my-votes");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(page.body())
                .contains("/tool/" + first.slug(), "/tool/" + second.slug(), "Shipped", "Skipped", "/my-votes/delete")
                .contains("action=\"/newsletter/subscribe\"", "value=\"page:my-votes\"");
    }

    @Test
    void whoHasNoCookieHasNoVotesAndGetsNoCookie() {
        var nobody = new Visitor(port);
        assertThat(nobody.get("/my-votes").body()).contains("No votes yet");
        assertThat(nobody.get("/api/v1/my-votes").body()).isEqualTo("{\"votes\":[],\"duels\":[],\"said\":[]}");
        assertThat(json(nobody.get("/api/v1/my-votes/export")).get("voterId").isNull())
                .isTrue();
        assertThat(nobody.get("/my-votes/delete").statusCode()).isEqualTo(303);
        assertThat(nobody.cookies).isEmpty();
    }

    @Test
    void aVoteThatIsNotCountedYetIsListedToo() {
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(visitor.cast(second.slug(), "ship"));
            receipt(visitor.withdraw(first.slug()));
            assertThat(mine()).hasSize(1);
            assertThat(mine().at("/0/choice").asString()).isEqualTo("ship");
            assertThat(mine().at("/0/counted").asBoolean()).isFalse();
            assertThat(visitor.get("/my-votes").body()).contains("Being counted");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
    }

    @Test
    void theExportIsAFileOfAllThatIsStored() {
        receipt(visitor.withdraw(second.slug()));
        visitor.awaitTally(second.slug(), 0, 0);
        HttpResponse<String> export = visitor.get("/api/v1/my-votes/export");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"my-votes.json\"");
        assertThat(json(export).get("votes")).hasSize(2).allSatisfy(vote -> {
            assertThat(vote.get("tier").asString()).isEqualTo("device");
            assertThat(vote.get("voterSince").isNull()).isFalse();
        });
        assertThat(json(export).at("/votes/0/choice").isNull()).isTrue();
    }

    @Test
    void deletingTakesEveryVoteOutOfTheTalliesThroughTheLog() {
        receipt(new Visitor(port).cast(first.slug(), "ship"));
        visitor.awaitTally(first.slug(), 2, 0);
        UUID voter = voterId();

        HttpResponse<String> deleted = delete();

        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        assertThat(deleted.body()).isEqualTo("{\"votes\":2}");
        visitor.awaitTally(first.slug(), 1, 0);
        visitor.awaitTally(second.slug(), 0, 0);
        assertThat(mine()).isEmpty();
        assertThat(visitor.own(first.slug()).get("choice").isNull()).isTrue();
        for (Tool tool : List.of(first, second)) {
            var last = topics.read("vote.cast.v1", tool.id() + ":" + voter).getLast();
            ContractSchemas.validate("vote.cast.v1", last.value());
            assertThat(new String(last.value(), UTF_8))
                    .contains("\"choice\":\"none\"", "\"networkHash\":null", "\"referrerKind\":\"none\"");
        }
        assertThat(delete().body()).isEqualTo("{\"votes\":0}");
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void aVoteThatWasCastJustBeforeIsDeletedTooHoweverMany() {
        List<Tool> many = Stream.generate(catalog::announce).limit(15).toList();
        many.forEach(tool -> receipt(visitor.cast(tool.slug(), "ship")));
        assertThat(delete().body()).isEqualTo("{\"votes\":17}");
        many.forEach(tool -> visitor.awaitTally(tool.slug(), 0, 0));
        assertThat(mine()).isEmpty();
    }

    @Test
    void whileCountingIsBehindNothingIsDeleted() {
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(visitor.cast(second.slug(), "ship"));
            HttpResponse<String> refused =
                    visitor.send(visitor.to("/api/v1/my-votes").DELETE());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(json(refused).get("type").asString())
                    .isEqualTo("https://toolverdicts.dev/problems/counting-behind");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        visitor.awaitTally(second.slug(), 1, 0);
        visitor.awaitTally(first.slug(), 1, 0);
    }

    @Test
    void thePageAsksOnceAndThenDeletes() {
        HttpResponse<String> question = visitor.get("/my-votes/delete");
        assertThat(question.body()).contains("Your 2 votes leave", "What stays");
        HttpResponse<String> done =
                await().atMost(SOON).until(() -> submit(token(question)), deleted -> deleted.statusCode() != 503);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains("/my-votes?deleted");
        assertThat(visitor.get("/my-votes?deleted").body())
                .contains("Your votes are deleted")
                .doesNotContain(first.slug());
        visitor.awaitTally(first.slug(), 0, 0);
    }

    @Test
    void anotherSitesFormOrAForeignTokenDeletesNothing() {
        String foreign = token(another().get("/my-votes/delete"));
        HttpResponse<String> again = submit(foreign);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("Delete all my votes?");
        HttpResponse<String> crossSite = visitor.send(visitor.to("/my-votes/delete")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("formToken=" + token(again))));
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(crossSite.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        assertThat(visitor.send(visitor.to("/api/v1/my-votes")
                                .header("Sec-Fetch-Site", "cross-site")
                                .DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.send(visitor.to("/my-votes/delete").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(415);
        assertThat(mine()).hasSize(2);
    }

    private Visitor another() {
        var other = new Visitor(port);
        other.own(first.slug(), receipt(other.cast(first.slug(), "ship")));
        return other;
    }

    @Test
    void whatWasRuledLosesItsReasonAndAReplayEndsTheSame() {
        visitor.awaitTally(first.slug(), 1, 0);
        UUID voter = voterId();
        hold(first, voter);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(visitor.get("/my-votes").body())
                        .contains("Held: many equal votes on this tool came from one network", "mailto:"));
        visitor.awaitTally(first.slug(), 0, 0);

        assertThat(delete().statusCode()).isEqualTo(200);

        // Each tool's votes are in a partition of their own, so the two withdrawals are counted in either order.
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(rows(voter)).contains("votes_deleted").doesNotContain("choice=ship", "choice=skip"));
        assertThat(rows(voter)).doesNotContain("shared_network");
        assertThat(new String(
                        topics.read("vote.ruling.v1", first.id() + ":" + voter)
                                .getLast()
                                .value(),
                        UTF_8))
                .contains("\"reason\":\"votes_deleted\"", "\"actor\":\"voter\"");
        String before = rows(voter);
        assertThat(delete().body()).isEqualTo("{\"votes\":0}");
        assertThat(topics.read("vote.ruling.v1", first.id() + ":" + voter)).hasSize(2);

        var rebuilt = new Rebuilding(port);
        assertThat(rebuilt.differingRows()).isZero();
        assertThat(rows(voter)).isEqualTo(before);

        visitor.own(first.slug(), receipt(visitor.cast(first.slug(), "skip")));
        visitor.awaitTally(first.slug(), 0, 1);
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void whatIsRuledWhileTheWithdrawalsWaitToBeCountedLosesItsReasonToo() {
        visitor.awaitTally(first.slug(), 1, 0);
        visitor.awaitTally(second.slug(), 0, 1);
        UUID voter = voterId();
        listeners.getListenerContainer("vote-counter").stop();
        try {
            assertThat(delete().body()).isEqualTo("{\"votes\":2}");
            hold(first, voter);
            await().atMost(SOON).untilAsserted(() -> assertThat(rows(voter)).contains("shared_network"));
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(voter))
                        .contains("votes_deleted")
                        .doesNotContain("shared_network", "ship", "skip"));
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM vote_ruling r JOIN moderation_audit a ON a.id = r.audit_id
                                WHERE r.voter_id = :voter AND a.reason <> 'votes_deleted'
                                """).param("voter", voter).query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM vote_deletion")
                        .query(Long.class)
                        .single())
                .isZero();
        visitor.awaitTally(first.slug(), 0, 0);
        assertThat(check.run().differences()).isEmpty();
        assertThat(new Rebuilding(port).differingRows()).isZero();
    }

    private String rows(UUID voter) {
        return jdbc.sql(
                        "SELECT tool_id, choice, network_hash, state, ruling, ruling_reason, ruled_to FROM votes WHERE voter_id = ? ORDER BY 1")
                .param(voter)
                .query()
                .listOfRows()
                .toString();
    }

    private void hold(Tool tool, UUID voter) {
        var moderator = new Visitor(port);
        HttpResponse<String> held = moderator.send(moderator
                .to("/api/v1/moderation/rulings")
                .header("Authorization", TestTokens.bearer("moderator"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"tool": "%s", "reason": "shared_network", "ruling": "held", "voterIds": ["%s"], "note": "n"}
                        """.formatted(tool.slug(), voter))));
        assertThat(held.body()).isEqualTo("{\"votes\":1,\"more\":false}");
    }
}
