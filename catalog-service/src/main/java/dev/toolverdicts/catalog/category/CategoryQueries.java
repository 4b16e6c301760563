package dev.toolverdicts.catalog.category;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CategoryQueries {

    private static final String COLUMNS = "SELECT key, name, parent, synonyms FROM category ";

    private final JdbcClient jdbc;

    CategoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Category> all() {
        return jdbc.sql(COLUMNS + "ORDER BY position")
                .query((row, _) -> category(row))
                .list();
    }

    public Optional<Category> byKey(String key) {
        return jdbc.sql(COLUMNS + "WHERE key = :key")
                .param("key", key)
                .query((row, _) -> category(row))
                .optional();
    }

    /// The category that has this word as a synonym.
    public Optional<Category> bySynonym(String word) {
        return jdbc.sql(COLUMNS + "WHERE :word = ANY (synonyms)")
                .param("word", word)
                .query((row, _) -> category(row))
                .optional();
    }

    private static Category category(ResultSet row) throws SQLException {
        return new Category(row.getString("key"), row.getString("name"), row.getString("parent"), List.of((String[])
                row.getArray("synonyms").getArray()));
    }
}
