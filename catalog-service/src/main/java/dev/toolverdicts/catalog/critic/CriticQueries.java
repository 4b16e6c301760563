package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.card.CardQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class CriticQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CardQueries cards;

    CriticQueries(JdbcClient jdbc, JsonMapper json, CardQueries cards) {
        this.jdbc = jdbc;
        this.json = json;
        this.cards = cards;
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

    /// What a critic said, the latest first.
    public List<CriticVerdict> verdicts(String key) {
        return cards.reviewedBy(key).stream()
                .map(found -> new CriticVerdict(found.card(), found.takes().getFirst()))
                .toList();
    }

    private CriticProfile profile(String profile) {
        return json.readValue(profile, CriticProfile.class);
    }
}
