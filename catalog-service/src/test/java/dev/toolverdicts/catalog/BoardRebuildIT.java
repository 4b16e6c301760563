package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoardRebuildIT extends RunningService {

    private static final String ROWS = """
            SELECT string_agg(row, E'\\n' ORDER BY row) FROM (
                SELECT l::text AS row FROM leaderboard l UNION ALL SELECT p::text FROM trending_place p) AS rows
            """;

    private String rows() {
        return jdbc.sql(ROWS).query(String.class).single();
    }

    @Test
    void boardsAndTheirPlacesAreBuiltAnewFromTheirTopic() {
        others.awaitApplied("catalog-leaderboards", others.board("week-closed.json", _ -> {}));
        others.awaitApplied("catalog-leaderboards", others.board("trending.json", _ -> {}));
        String right = rows();
        var rebuilding = new Rebuilding(api, "boards");
        assertThat(rebuilding.run().at("/differingRows").asInt()).isZero();
        jdbc.sql("UPDATE leaderboard SET content = '{}'").update();
        jdbc.sql("DELETE FROM trending_place").update();

        assertThat(rebuilding.run().at("/differingRows").asInt()).isGreaterThan(1);

        assertThat(rows()).isEqualTo(right);
    }
}
