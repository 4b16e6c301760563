package dev.toolverdicts.catalog.voice;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class VoiceQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VoiceQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// By slug; a tool of which nobody has said anything is not in it.
    public Map<String, ToolVoice> of(Collection<String> slugs) {
        var found = new HashMap<String, ToolVoice>();
        jdbc.sql("""
                        SELECT c.slug, v.content FROM tool_card c JOIN tool_voice v ON v.tool_id = c.tool_id
                        WHERE c.slug = ANY (:slugs)
                        """).param("slugs", new SqlArrayValue("text", slugs.toArray())).query(row -> {
            found.put(row.getString("slug"), voice(json.readValue(row.getString("content"), VoiceState.class)));
        });
        return found;
    }

    private static ToolVoice voice(VoiceState state) {
        var roles = new LinkedHashMap<String, ToolCard.Community>();
        state.roles()
                .forEach(each -> roles.put(
                        each.role(),
                        new ToolCard.Community(
                                each.ships(), each.skips(), each.pct(), each.wilsonLow(), each.wilsonHigh(), false)));
        return new ToolVoice(
                roles,
                state.reasons().stream()
                        .map(each -> new ToolVoice.Reason(each.choice(), each.role(), each.text()))
                        .toList());
    }
}
