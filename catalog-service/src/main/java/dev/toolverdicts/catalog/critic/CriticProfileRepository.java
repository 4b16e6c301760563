package dev.toolverdicts.catalog.critic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CriticProfileRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CriticProfileRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(CriticState critic) {
        jdbc.sql("""
                        INSERT INTO critic_profile AS old (critic_key, version, position, profile)
                        VALUES (:key, :version, :position, :profile::jsonb)
                        ON CONFLICT (critic_key) DO UPDATE SET
                            version = excluded.version, position = excluded.position, profile = excluded.profile
                        WHERE old.version < excluded.version
                        """)
                .param("key", critic.criticKey())
                .param("version", critic.version())
                .param("position", critic.position())
                .param("profile", json.writeValueAsString(critic.profile()))
                .update();
    }
}
