package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Client;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRepository {

    private final JdbcClient jdbc;

    ConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID subscriberId, Consents.Kind kind, Client client, String formVersion, Instant now) {
        jdbc.sql("""
                        INSERT INTO consent (consent_id, subscriber_id, kind, at, ip, user_agent, form_version)
                        VALUES (:id, :subscriber, :kind, :now, CAST(:ip AS inet), :agent, :form)
                        """)
                .param("id", id)
                .param("subscriber", subscriberId)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ip", client.address().getHostAddress())
                .param("agent", client.agent())
                .param("form", formVersion)
                .update();
    }
}
