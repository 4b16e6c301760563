package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads a text from a row that has the columns of its revision.
@Component
class ReviewRow {

    /// What a text is, of a `review_revision` that the statement calls `v`: all of it stands there,
    /// part of it nowhere else.
    static final String COLUMNS =
            "v.verdict, v.score, v.body, v.hands_on, v.author_kind, v.model, v.prompt_version, v.citations";

    private final JsonMapper json;

    ReviewRow(JsonMapper json) {
        this.json = json;
    }

    ReviewText text(ResultSet row) throws SQLException {
        return new ReviewText(
                verdict(row.getString("verdict")),
                row.getInt("score"),
                row.getString("body"),
                row.getBoolean("hands_on"),
                AuthorKind.of(row.getString("author_kind")).orElseThrow(),
                row.getString("model"),
                row.getString("prompt_version"),
                List.of(json.readValue(row.getString("citations"), Citation[].class)));
    }

    String citations(ReviewText text) {
        return json.writeValueAsString(text.citations());
    }

    static Verdict verdict(String word) {
        return Verdict.of(word).orElseThrow();
    }

    static @Nullable Verdict verdictOrNull(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : verdict(word);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
