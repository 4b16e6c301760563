package dev.toolverdicts.newsletter.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds what somebody wants to follow among the tools, categories and critics that events told of.
@Repository
class TargetQueries {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;

    TargetQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Target> find(TargetKind kind, String key) {
        // The database takes no NUL in a text.
        if (key.length() > LONGEST_KEY || key.indexOf(0) >= 0) {
            return Optional.empty();
        }
        return switch (kind) {
            case TOOL -> tool(key).map(id -> new Target(kind, id, key, List.of("tool:" + id)));
            case PAIR -> pair(key);
            case CATEGORY -> known("SELECT EXISTS (SELECT FROM digest_tool WHERE category = :key)", kind, key);
            case ALL -> Optional.empty();
            case CRITIC -> known("SELECT EXISTS (SELECT FROM alert_critic WHERE critic = :key)", kind, key);
        };
    }

    private Optional<Target> pair(String key) {
        String[] slugs = key.split("-vs-", -1);
        if (slugs.length != 2 || slugs[0].equals(slugs[1])) {
            return Optional.empty();
        }
        List<String> ordered = Stream.of(slugs).sorted().toList();
        List<String> ids =
                ordered.stream().map(this::tool).flatMap(Optional::stream).toList();
        return ids.size() == 2
                ? Optional.of(new Target(
                        TargetKind.PAIR,
                        String.join(":", ids),
                        String.join("-vs-", ordered),
                        ids.stream().map(id -> "tool:" + id).toList()))
                : Optional.empty();
    }

    private Optional<String> tool(String slug) {
        return jdbc.sql("SELECT tool_id::text FROM digest_tool WHERE slug = :slug AND NOT taken_down")
                .param("slug", slug)
                .query(String.class)
                .optional();
    }

    private Optional<Target> known(String sql, TargetKind kind, String key) {
        boolean isKnown = jdbc.sql(sql).param("key", key).query(Boolean.class).single();
        return isKnown ? Optional.of(new Target(kind, key, key, List.of(kind + ":" + key))) : Optional.empty();
    }
}
