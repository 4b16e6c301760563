package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.catalog.duel.DuelQueries;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.duel.PairCounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DuelProjectionIT extends RunningService {

    private static final String ROWS = """
            SELECT string_agg(row, E'\\n' ORDER BY row) FROM (
                SELECT d::text AS row FROM duel_pair d UNION ALL SELECT r::text FROM duel_rank r) AS rows
            """;

    @Autowired
    DuelQueries duels;

    @Autowired
    MeterRegistry meters;

    private Api.Added one;
    private Api.Added other;
    private String a;
    private String b;

    @BeforeEach
    void twoTools() {
        one = api.added(Draft.fresh());
        other = api.added(Draft.fresh());
        boolean inOrder = one.toolId().compareTo(other.toolId()) < 0;
        a = (inOrder ? one : other).toolId();
        b = (inOrder ? other : one).toolId();
    }

    private void applied(RecordMetadata record) {
        others.awaitApplied("catalog-duels", record);
    }

    private PairCounts counts(String first, String second) {
        Api.Added left = a.equals(one.toolId()) ? one : other;
        Api.Added right = a.equals(one.toolId()) ? other : one;
        return first.equals("a") && second.equals("b")
                ? duels.pair(left.slug(), right.slug())
                : duels.pair(right.slug(), left.slug());
    }

    @Test
    void countsFollowTheirTopicInEitherOrderOfTheTools() {
        assertThat(counts("a", "b")).isEqualTo(PairCounts.NONE);
        applied(others.duel(a, b, 5, 7, 2, 1));

        assertThat(counts("a", "b")).isEqualTo(new PairCounts(7, 2, 1));
        assertThat(counts("b", "a")).isEqualTo(new PairCounts(2, 7, 1));
    }

    @Test
    void anOlderStateChangesNothing() {
        applied(others.duel(a, b, 5, 7, 2, 1));
        applied(others.duel(a, b, 4, 1, 1, 1));
        applied(others.duel(a, b, 5, 0, 0, 0));

        assertThat(counts("a", "b")).isEqualTo(new PairCounts(7, 2, 1));
    }

    /// Each batch says to all copies what has changed, under a lock that they share.
    @Test
    void choicesThatComeFastAreAppliedTogether() {
        applied(others.duel(a, b, 1, 1, 0, 0));
        long before = batches();

        applied(others.duelsInARow(a, b, 2, 60));

        assertThat(counts("a", "b")).isEqualTo(new PairCounts(60, 0, 0));
        assertThat(batches() - before).isLessThanOrEqualTo(4);
    }

    private long batches() {
        return meters.timer("messaging.batch", "consumer", "catalog-duels").count();
    }

    @Test
    void ranksShowToolsThatAreShown() {
        String category = "c" + UUID.randomUUID().toString().replace("-", "");
        others.awaitApplied("catalog-duel-ranks", others.duelRank(rank -> {
            ArrayNode rows = rank.put("categoryKey", category)
                    .put("version", 3)
                    .get("rows")
                    .asArray();
            ((ObjectNode) rows.get(0)).put("toolId", one.toolId());
        }));

        DuelRank rank = duels.rank(category).orElseThrow();
        assertThat(rank.duels()).isEqualTo(15);
        assertThat(rank.rows()).extracting(row -> row.tool().slug()).isEqualTo(List.of(one.slug()));
        assertThat(rank.rows().getFirst().tool().name())
                .isEqualTo(api.get(Api.path(one.slug())).at("/name"));
        assertThat(rank.rows().getFirst().share()).isEqualTo(0.5402);
        assertThat(duels.rank("none-of-ours")).isEmpty();
    }

    @Test
    void aToolThatWasTakenDownHasNeitherPlaceNorCounts() {
        String category = "c" + UUID.randomUUID().toString().replace("-", "");
        applied(others.duel(a, b, 5, 7, 2, 1));
        others.awaitApplied("catalog-duel-ranks", others.duelRank(rank -> {
            ArrayNode rows = rank.put("categoryKey", category)
                    .put("version", 3)
                    .get("rows")
                    .asArray();
            ((ObjectNode) rows.get(0)).put("toolId", one.toolId());
        }));

        api.write("PUT", Api.path(one.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> api.get(Api.path(one.slug())).status() == 410);

        assertThat(duels.rank(category).orElseThrow().rows()).isEmpty();
        assertThat(counts("a", "b")).isEqualTo(PairCounts.NONE);
    }

    @Test
    void bothTablesAreBuiltAnewFromTheirTopics() {
        applied(others.duel(a, b, 5, 7, 2, 1));
        others.awaitApplied("catalog-duel-ranks", others.duelRank(_ -> {}));
        String right = jdbc.sql(ROWS).query(String.class).single();
        var rebuilding = new Rebuilding(api, "duels");
        assertThat(rebuilding.run().at("/differingRows").asInt()).isZero();
        jdbc.sql("UPDATE duel_pair SET wins_a = wins_a + 1").update();
        jdbc.sql("DELETE FROM duel_rank").update();

        assertThat(rebuilding.run().at("/differingRows").asInt()).isGreaterThan(1);

        assertThat(jdbc.sql(ROWS).query(String.class).single()).isEqualTo(right);
    }
}
