package dev.toolverdicts.catalog.voice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class VoiceRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VoiceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(VoiceState voice) {
        jdbc.sql("""
                        INSERT INTO tool_voice AS old (tool_id, version, content)
                        VALUES (:tool, :version, :content::jsonb)
                        ON CONFLICT (tool_id) DO UPDATE SET version = excluded.version, content = excluded.content
                        WHERE old.version < excluded.version
                        """)
                .param("tool", voice.toolId())
                .param("version", voice.version())
                .param("content", json.writeValueAsString(voice))
                .update();
    }
}
