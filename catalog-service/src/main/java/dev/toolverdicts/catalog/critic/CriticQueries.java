package dev.toolverdicts.catalog.critic;

import static java.util.stream.Collectors.groupingBy;

import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.card.TakeQueries;
import dev.toolverdicts.catalog.card.TakeSums;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class CriticQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TakeQueries takes;

    CriticQueries(JdbcClient jdbc, JsonMapper json, TakeQueries takes) {
        this.jdbc = jdbc;
        this.json = json;
        this.takes = takes;
    }

    /// The panel in its order.
    public List<CriticProfile> all() {
        return jdbc
                .sql("SELECT profile FROM critic_profile ORDER BY position, critic_key")
                .query(String.class)
                .list()
                .stream()
                .map(this::profile)
                .toList();
    }

    /// The keys of the panel in its order.
    public List<String> order() {
        return jdbc.sql("SELECT critic_key FROM critic_profile ORDER BY position, critic_key")
                .query(String.class)
                .list();
    }

    public Optional<CriticProfile> byKey(String key) {
        return jdbc.sql("SELECT profile FROM critic_profile WHERE critic_key = :key")
                .param("key", key)
                .query(String.class)
                .optional()
                .map(this::profile);
    }

    /// What a critic said.
    public TakePage verdicts(TakeFilter filter) {
        return takes.page(filter);
    }

    public CriticStatistics statistics(CriticProfile critic) {
        return CriticStatistics.of(critic, takes.sums(critic.key()));
    }

    /// Of the whole panel, in its order.
    public List<CriticStatistics> statistics() {
        Map<String, List<TakeSums>> sums = takes.sums(null).stream().collect(groupingBy(TakeSums::criticKey));
        return all().stream()
                .map(critic -> CriticStatistics.of(critic, sums.getOrDefault(critic.key(), List.of())))
                .toList();
    }

    private CriticProfile profile(String profile) {
        return json.readValue(profile, CriticProfile.class);
    }
}
