package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.ranking.Leaderboards;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Boards on the real database and log. Each test has a month of its own, years ahead.
class LeaderboardsIT extends WholeService {

    private static final String TOPIC = "vote.leaderboard.v1";
    private static final AtomicInteger MONTHS = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Leaderboards boards;

    private LocalDate day;

    @BeforeEach
    void ownMonth() {
        day = LocalDate.parse("2031-01-15").plusMonths(MONTHS.getAndIncrement());
    }

    /// These days have no votes behind them, and others check that all have.
    @AfterEach
    void forgetMadeUpDays() {
        jdbc.sql("DELETE FROM tally_days WHERE day > '2030-01-01'").update();
    }

    private Tool known() {
        Tool tool = catalog.announce();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new Visitor(port)
                                .get("/api/v1/tools/" + tool.slug() + "/tally")
                                .statusCode())
                        .isEqualTo(200));
        return tool;
    }

    private void votes(Tool tool, LocalDate on, long ships, long skips) {
        jdbc.sql("""
                        INSERT INTO tally_days (tool_id, day, tier, ships, skips, held, discarded)
                        VALUES (?, ?, 'device', ?, ?, 0, 0)
                        ON CONFLICT (tool_id, day, tier) DO UPDATE SET ships = excluded.ships, skips = excluded.skips
                        """).params(tool.id(), on, ships, skips).update();
    }

    private void refreshAt(LocalDate on, String time) {
        assertThat(boards.refresh(Instant.parse(on + "T" + time + "Z"))).isTrue();
    }

    private List<JsonNode> published(String key) {
        return topics.read(TOPIC, key).stream()
                .map(record -> {
                    ContractSchemas.validate(TOPIC, record.value());
                    assertThat(record.key()).isEqualTo(key);
                    return JSON.readTree(record.value());
                })
                .toList();
    }

    private JsonNode awaitPublished(String key, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(published(key).getLast().get("state").asString())
                                .isEqualTo(state));
        return published(key).getLast();
    }

    @Test
    void votesOfADayStandOnItsBoardsAndOnNoOther() {
        Tool best = known();
        Tool second = known();
        votes(best, day, 9, 1);
        votes(second, day, 4, 0);
        votes(second, day.minusDays(1), 50, 0);
        refreshAt(day, "10:00:00");
        JsonNode board = awaitPublished("day:" + day, "open");
        assertThat(board.get("ranked").asInt()).isEqualTo(2);
        JsonNode first = board.get("rows").get(0);
        assertThat(first.get("slug").asString()).isEqualTo(best.slug());
        assertThat(first.get("wilsonLow").asDouble()).isEqualTo(0.5958);
        assertThat(first.get("robustness").asLong()).isEqualTo(3);
        String month = "month:" + day.toString().substring(0, 7);
        assertThat(awaitPublished(month, "open").get("rows").get(0).get("slug").asString())
                .isEqualTo(second.slug());
        // Nobody made a board of the day before while it lasted.
        assertThat(awaitPublished("day:" + day.minusDays(1), "closed")
                        .get("ranked")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nothingIsPublishedTwice() {
        votes(known(), day, 3, 1);
        refreshAt(day, "10:00:00");
        refreshAt(day, "10:00:30");
        refreshAt(day, "10:30:00");
        awaitPublished("day:" + day, "open");
        assertThat(published("day:" + day)).hasSize(1);
    }

    @Test
    void aClosedBoardChangesNoMore() {
        Tool tool = known();
        votes(tool, day, 3, 1);
        refreshAt(day, "23:59:59");
        refreshAt(day.plusDays(1), "00:15:00");
        JsonNode closed = awaitPublished("day:" + day, "closed");
        assertThat(closed.get("closedAt").asString()).startsWith(day.plusDays(1) + "T00:15");
        votes(tool, day, 1, 9);
        refreshAt(day.plusDays(1), "09:00:00");
        refreshAt(day.plusDays(3), "09:00:00");
        assertThat(published("day:" + day).getLast()).isEqualTo(closed);
        assertThat(published("week:" + closed.get("boardKey").asString())).isEmpty();
    }

    @Test
    void whatIsDiscontinuedOrTakenDownHasNoPlace() {
        Tool gone = known();
        Tool down = known();
        Tool stays = known();
        votes(gone, day, 90, 0);
        votes(down, day, 80, 0);
        votes(stays, day, 3, 0);
        catalog.discontinue(gone);
        catalog.takeDown(down);
        await().atMost(SOON).untilAsserted(() -> {
            refreshAt(day, "10:00:00");
            assertThat(published("day:" + day)).isNotEmpty();
            JsonNode rows = published("day:" + day).getLast().get("rows");
            assertThat(rows.size()).isEqualTo(1);
            assertThat(rows.get(0).get("slug").asString()).isEqualTo(stays.slug());
        });
    }

    @Test
    void aRulingOnItsVotesReopensABoardAndItClosesWithANote() {
        Tool tool = known();
        var visitor = new Visitor(port);
        assertThat(visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")))
                        .get("counted")
                        .asBoolean())
                .isTrue();
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        refreshAt(today, "23:59:00");
        refreshAt(today.plusDays(1), "00:20:00");
        assertThat(awaitPublished("day:" + today, "closed").get("note").isNull())
                .isTrue();

        // After whatever moment other tests have closed it at.
        LocalDate later = LocalDate.parse("2040-01-15");
        rule(tool, later + "T07:59:00Z");
        awaitReopened(today, later, "08:00:00");
        refreshAt(later, "08:20:00");
        JsonNode again = awaitPublished("day:" + today, "closed");
        assertThat(again.get("note").asString()).startsWith("Counted again on");
        long[] versions = published("day:" + today).stream()
                .mapToLong(board -> board.get("version").asLong())
                .toArray();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        hearAllRulingsAgainInADatabaseWithoutBoards();
        refreshAt(later.plusDays(1), "09:00:00");
        assertThat(stored("day:" + today)).isEqualTo(again);

        rule(tool, later.plusDays(1) + "T09:01:00Z");
        awaitReopened(today, later.plusDays(1), "09:02:00");
    }

    private void awaitReopened(LocalDate day, LocalDate on, String time) {
        await().atMost(SOON).untilAsserted(() -> {
            refreshAt(on, time);
            assertThat(published("day:" + day).getLast().get("state").asString())
                    .isEqualTo("reopened");
        });
    }

    private void hearAllRulingsAgainInADatabaseWithoutBoards() {
        var listener = listeners.getListenerContainer("vote-leaderboard-rulings");
        listener.stop();
        String heard = "SELECT sum(next_offset) FROM log_position WHERE consumer = 'vote-leaderboard-rulings'";
        long before = jdbc.sql(heard).query(Long.class).single();
        jdbc.sql("UPDATE log_position SET next_offset = 0 WHERE consumer = 'vote-leaderboard-rulings'")
                .update();
        loseAllBoards();
        boards.restore();
        listener.start();
        await().atMost(SOON).until(() -> jdbc.sql(heard).query(Long.class).single() == before);
        assertThat(jdbc.sql("SELECT count(*) FROM leaderboard_ruling")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aBoardClosesAMinuteAfterItsWindowAlsoWhenRulingsWereMade() {
        Tool tool = known();
        var visitor = new Visitor(port);
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 1, 0);
        hold(tool, visitor);
        visitor.awaitTally(tool.slug(), 0, 0);
        votes(tool, day, 3, 1);
        refreshAt(day, "23:59:59");
        await().atMost(SOON).untilAsserted(() -> {
            refreshAt(day.plusDays(1), "00:01:00");
            assertThat(published("day:" + day).getLast().get("state").asString())
                    .isEqualTo("closed");
        });
    }

    private void hold(Tool tool, Visitor voter) {
        String voterId =
                json(voter.get("/api/v1/my-votes/export")).get("voterId").asString();
        var moderator = new Visitor(port);
        assertThat(moderator
                        .send(moderator
                                .to("/api/v1/moderation/rulings")
                                .header("Authorization", TestTokens.bearer("moderator"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"tool": "%s", "reason": "burst", "ruling": "held", "voterIds": ["%s"], "note": "n"}
                                        """.formatted(tool.slug(), voterId))))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aDatabaseWithoutBoardsTakesThemFromTheLogAsTheyWereClosed() {
        Tool tool = known();
        votes(tool, day, 3, 1);
        refreshAt(day, "23:59:59");
        refreshAt(day.plusDays(1), "00:15:00");
        JsonNode closed = awaitPublished("day:" + day, "closed");
        long boardsBefore = boards();
        // As if voters had changed their mind since, who would be counted by a new computation.
        votes(tool, day, 1, 9);

        loseAllBoards();
        boards.restore();
        refreshAt(day.plusDays(1), "09:00:00");

        assertThat(boards()).isEqualTo(boardsBefore);
        assertThat(stored("day:" + day)).isEqualTo(closed);
        assertThat(published("day:" + day).getLast()).isEqualTo(closed);
        String month = "month:" + day.toString().substring(0, 7);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(month).getLast()).isEqualTo(stored(month)));
    }

    private void loseAllBoards() {
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        jdbc.sql("DELETE FROM leaderboard").update();
    }

    private long boards() {
        return jdbc.sql("SELECT count(*) FROM leaderboard").query(Long.class).single();
    }

    private JsonNode stored(String key) {
        return JSON.readTree(jdbc.sql("SELECT content::text FROM leaderboard WHERE board_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    private void rule(Tool tool, String ruledAt) {
        record Vote(UUID voterId, long logOffset) {}
        Vote vote = jdbc.sql("SELECT voter_id, log_offset FROM votes WHERE tool_id = ?")
                .param(tool.id())
                .query(Vote.class)
                .single();
        JsonNode ruling =
                JSON.readTree(ContractSchemas.samples("vote.ruling.v1").get("held.json"));
        byte[] value = ruling.asObject()
                .put("toolId", tool.id().toString())
                .put("voterId", vote.voterId().toString())
                .put("upToOffset", vote.logOffset())
                .put("ruledAt", ruledAt)
                .toString()
                .getBytes(UTF_8);
        topics.send("vote.ruling.v1", tool.id() + ":" + vote.voterId(), value);
    }
}
