package dev.toolverdicts.newsletter.preflight;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreflightQueries {

    private final JdbcClient jdbc;

    PreflightQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> known(Collection<String> slugs) {
        return new HashSet<>(jdbc.sql("SELECT slug FROM digest_tool WHERE slug = ANY (:slugs) AND NOT taken_down")
                .param("slugs", slugs.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
