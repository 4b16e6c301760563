package dev.toolverdicts.vote.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one look costs with a million votes stored, or `-Dstored=…`, by EXPLAIN ANALYZE. Not part of the build; figures
/// are
/// in docs/performance.md.
class ScanCost {

    private static final int STORED = Integer.getInteger("stored", 1_000_000);
    private static final Instant NOW = Instant.parse("2026-11-24T10:30:00Z");

    private final RulesOnVotes on = new RulesOnVotes();
    private final FraudSettings usual =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("vote.fraud", FraudSettings.class);

    /// Explains each statement before it runs it.
    private static final class Explaining extends NamedParameterJdbcTemplate {

        final List<String> plan = new ArrayList<>();

        Explaining(NamedParameterJdbcTemplate on) {
            super(on.getJdbcOperations());
        }

        @Override
        public <T> List<T> query(String sql, SqlParameterSource params, RowMapper<T> rows) {
            plan.clear();
            plan.addAll(super.query("EXPLAIN (ANALYZE, BUFFERS) " + sql, params, (row, _) -> row.getString(1)));
            return super.query(sql, params, rows);
        }
    }

    /// Ninety days of votes by 200,000 voters on 1,000 tools, and then `recent` in the last ten minutes, a twentieth of
    /// them cast anew.
    private void votes(int recent) {
        on.jdbc
                .sql("""
                        INSERT INTO votes (tool_id, voter_id, choice, tier, network_hash, voter_since, log_partition, log_offset, cast_at)
                        SELECT ('00000007-0000-4000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid,
                               md5(((n / 1000 * 37 + n % 1000 * 191) % 200000)::text)::uuid,
                               CASE WHEN n % 3 = 0 THEN 'skip' ELSE 'ship' END, 'device', md5((n % 50000)::text),
                               :now::timestamptz - interval '100 days', n % 24, n,
                               :now::timestamptz - interval '10 minutes' - (:stored - n) * interval '90 days' / :stored
                        FROM generate_series(1, :stored) AS n
                        ON CONFLICT DO NOTHING
                        """)
                .param("now", NOW.atOffset(java.time.ZoneOffset.UTC))
                .param("stored", STORED)
                .update();
        on.jdbc
                .sql("""
                        INSERT INTO votes AS v (tool_id, voter_id, choice, tier, network_hash, arrival_site, voter_since,
                            log_partition, log_offset, cast_at)
                        SELECT ('00000007-0000-4000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid,
                               CASE WHEN n % 20 = 0 THEN md5((n::bigint * 7919 % 200000)::text) ELSE md5('new' || n) END::uuid,
                               'ship', 'device', md5((n % 5000)::text),
                               CASE WHEN n % 3 = 0 THEN 'site-' || n % 20 || '.example' END, :now::timestamptz - interval '3 days', n % 24, 10000000 + n,
                               :now::timestamptz - (:recent - n) * interval '10 minutes' / :recent
                        FROM generate_series(1, :recent) AS n
                        ON CONFLICT (tool_id, voter_id) DO UPDATE SET cast_at = excluded.cast_at, log_offset = excluded.log_offset
                        """)
                .param("now", NOW.atOffset(java.time.ZoneOffset.UTC))
                .param("recent", recent)
                .update();
        on.jdbc.sql("""
                        INSERT INTO tally_days
                        SELECT tool_id, (cast_at AT TIME ZONE 'UTC')::date, tier, count(*), 0, 0, 0 FROM votes GROUP BY 1, 2, 3
                        ON CONFLICT (tool_id, day, tier) DO NOTHING
                        """).update();
        on.jdbc.sql("VACUUM (ANALYZE) votes").update();
        on.jdbc.sql("ANALYZE tally_days").update();
    }

    private void measure(String name, Explaining explaining, Supplier<?> work) {
        assertThat(work.get()).isNotNull();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            assertThat(work.get()).isNotNull();
            String time = explaining.plan.getLast().replaceAll("[^0-9.]", "");
            best = Math.min(best, Math.round(Double.parseDouble(time) * 1000));
        }
        System.out.printf("COST %-28s %8.1f ms%n", name, best / 1000.0);
        explaining.plan.stream()
                .filter(line -> line.contains("Scan") || line.contains("Hash Join") || line.contains("Execution"))
                .limit(12)
                .forEach(line -> System.out.println("PLAN " + line.stripTrailing()));
    }

    @Test
    void ofEveryRule() {
        for (int recent : new int[] {5_000, 50_000}) {
            on.jdbc.sql("TRUNCATE votes, tally_days").update();
            votes(recent);
            var explaining = new Explaining(new NamedParameterJdbcTemplate(on.database));
            var jdbc = JdbcClient.create(explaining);
            var queries = new FraudQueries(jdbc);
            var rushes = new RushQueries(jdbc);
            Map<String, BiFunction<FraudSettings, Instant, ?>> rules = Map.of(
                    "shared_network", queries::ofOneNetwork,
                    "serial_voting", queries::ofSerialVoting,
                    "young_cohort", queries::ofNewVoters,
                    "dormant_voters", queries::ofDormantVoters,
                    "burst", rushes::bursting,
                    "single_referrer", rushes::ofOneSite);
            rules.forEach((name, rule) -> measure(name + " " + recent, explaining, () -> rule.apply(usual, NOW)));
            // A crowd of a tool that the dormant rule must look at.
            on.cast(300, vote -> vote.castAt(NOW.minus(Duration.ofMinutes(1))));
            measure("dormant crowd " + recent, explaining, () -> queries.ofDormantVoters(usual, NOW));
            UUID voter = on.jdbc.sql("SELECT md5('77')::uuid").query(UUID.class).single();
            measure(
                    "own votes " + recent,
                    explaining,
                    () -> jdbc.sql("SELECT tool_id FROM votes WHERE voter_id = :voter")
                            .param("voter", voter)
                            .query((row, _) -> row.getString(1))
                            .list());
            assertThat(on.jdbc
                            .sql("SELECT count(*) FROM votes")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(STORED / 2);
        }
    }
}
