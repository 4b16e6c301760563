package dev.toolverdicts.newsletter.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The key of return addresses: made once, the same for every copy, kept as long as mail may come back.
@Repository
class MailKeyRepository {

    private final JdbcClient jdbc;

    MailKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] keyOr(byte[] fresh) {
        jdbc.sql("INSERT INTO mail_key (purpose, key) VALUES ('return-path', :key) ON CONFLICT DO NOTHING")
                .param("key", fresh)
                .update();
        return jdbc.sql("SELECT key FROM mail_key WHERE purpose = 'return-path'")
                .query(byte[].class)
                .single();
    }
}
