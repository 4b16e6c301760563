package dev.toolverdicts.newsletter.subscriber;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The subscribers as the table has them.
record Subscribers(JdbcClient jdbc) {

    static String fresh() {
        return "reader-" + UUID.randomUUID() + "@example.org";
    }

    Map<String, Object> row(String email) {
        return jdbc.sql("SELECT email, status, source FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query()
                .singleRow();
    }

    String topics(String email) {
        return jdbc.sql("SELECT topics::text FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(String.class)
                .single();
    }

    int count(String email) {
        return jdbc.sql("SELECT count(*) FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(Integer.class)
                .single();
    }
}
