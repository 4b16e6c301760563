package dev.toolverdicts.vote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.ranking.Leaderboards;
import java.time.Duration;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Boards on the real database and log. Each test has a month of its own, years ahead.
@WholeService
class LeaderboardsIT {

    private static final String TOPIC = "vote.leaderboard.v1";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final AtomicInteger MONTHS = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Leaderboards boards;

    @Autowired
    Catalog catalog;

    @Autowired
    VoteTopics topics;

    @Autowired
    JdbcClient jdbc;

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
    void whatIsDiscontinuedHasNoPlace() {
        Tool gone = known();
        Tool stays = known();
        votes(gone, day, 90, 0);
        votes(stays, day, 3, 0);
        catalog.discontinue(gone);
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
        assertThat(visitor.own(tool.slug(), Visitor.receipt(visitor.cast(tool.slug(), "ship")))
                        .get("counted")
                        .asBoolean())
                .isTrue();
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        refreshAt(today, "23:59:00");
        refreshAt(today.plusDays(1), "00:20:00");
        assertThat(awaitPublished("day:" + today, "closed").get("note").isNull())
                .isTrue();

        rule(tool);
        LocalDate later = today.plusDays(2);
        await().atMost(SOON).untilAsserted(() -> {
            refreshAt(later, "08:00:00");
            assertThat(published("day:" + today).getLast().get("state").asString())
                    .isEqualTo("reopened");
        });
        refreshAt(later, "08:20:00");
        JsonNode again = awaitPublished("day:" + today, "closed");
        assertThat(again.get("note").asString()).startsWith("Counted again on");
        long[] versions = published("day:" + today).stream()
                .mapToLong(board -> board.get("version").asLong())
                .toArray();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    private void rule(Tool tool) {
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
                .toString()
                .getBytes(UTF_8);
        topics.send("vote.ruling.v1", tool.id() + ":" + vote.voterId(), value);
    }
}
