package dev.toolverdicts.vote.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import dev.toolverdicts.vote.ruling.RulingKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class HoldDeskQueriesIT {

    private static final Instant NOW = Instant.parse("2026-11-24T10:30:00Z");
    private static final UUID TOOL = new UUID(7, 1);
    private static final UUID FIRST = new UUID(0, 0);
    private static final String REASON = "looks_odd";

    private final String url = TestInfrastructure.freshDatabase();
    private final DriverManagerDataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    /// Somebody else, with a connection of their own.
    private final JdbcClient rule = JdbcClient.create(database());

    private DriverManagerDataSource database() {
        return new DriverManagerDataSource(url, "postgres", "postgres");
    }

    @Test
    void aVoteThatIsHeldWhileAPageIsReadIsNotOnIt() {
        migrate();
        hold(1, NOW);
        var queries = new HoldDeskQueries(jdbc, new JdbcTransactionManager(database)) {
            @Override
            List<HeldVote> votes(UUID tool, String reason, RulingKind state, UUID after, int most) {
                hold(2, NOW.plusSeconds(1));
                return super.votes(tool, reason, state, after, most);
            }
        };

        HoldDeskQueries.Standing page = standing(queries);

        assertThat(page.group().votes()).isEqualTo(1);
        assertThat(page.group().latest()).isEqualTo(NOW);
        assertThat(page.votes()).extracting(HeldVote::voterId).containsExactly(new UUID(0, 1));
        assertThat(standing(new HoldDeskQueries(jdbc, new JdbcTransactionManager(database)))
                        .votes())
                .as("the next page")
                .hasSize(2);
    }

    private static HoldDeskQueries.Standing standing(HoldDeskQueries queries) {
        return queries.standing(TOOL, REASON, RulingKind.HELD, NOW, FIRST, 10).orElseThrow();
    }

    private void hold(long voter, Instant at) {
        rule.sql("""
                        INSERT INTO votes (tool_id, voter_id, choice, log_partition, log_offset, cast_at,
                                           ruling, ruling_reason, ruled_to, ruled_at)
                        VALUES (:tool, :voter, 'ship', 0, 1, :at, 'held', :reason, 1, :at)
                        """)
                .param("tool", TOOL)
                .param("voter", new UUID(0, voter))
                .param("reason", REASON)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
