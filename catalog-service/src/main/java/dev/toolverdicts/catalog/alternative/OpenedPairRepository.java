package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.catalog.alternative.OpenedPairs.Pair;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class OpenedPairRepository {

    private final JdbcClient jdbc;

    OpenedPairRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One more minute for each. The order keeps two copies from waiting for each other.
    void add(List<Pair> pairs, LocalDate month) {
        jdbc.sql("""
                        INSERT INTO comparison_opened AS known (tool_a, tool_b, month, minutes)
                        SELECT DISTINCT least(a.tool_id, b.tool_id), greatest(a.tool_id, b.tool_id), :month::date, 1
                        FROM unnest(:as::text[], :bs::text[]) AS opened (a, b)
                        JOIN tool_card a ON a.slug = opened.a JOIN tool_card b ON b.slug = opened.b
                        WHERE a.tool_id <> b.tool_id
                        ORDER BY 1, 2
                        ON CONFLICT (tool_a, tool_b, month) DO UPDATE SET minutes = known.minutes + 1
                        """)
                .param("month", month)
                .param("as", slugs(pairs.stream().map(Pair::a)))
                .param("bs", slugs(pairs.stream().map(Pair::b)))
                .update();
    }

    void forgetBefore(LocalDate month) {
        jdbc.sql("DELETE FROM comparison_opened WHERE month < :month")
                .param("month", month)
                .update();
    }

    private static SqlArrayValue slugs(Stream<String> slugs) {
        return new SqlArrayValue("text", slugs.toArray());
    }
}
