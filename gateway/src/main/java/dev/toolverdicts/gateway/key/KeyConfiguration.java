package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.edge.ReadSettings;
import dev.toolverdicts.gateway.session.Blocking;
import dev.toolverdicts.gateway.session.Desk;
import dev.toolverdicts.gateway.session.SessionSchema;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Only where people can sign in: nobody else could make a key.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.provider.issuer")
class KeyConfiguration {

    @Bean
    Keys keys(SessionSchema schema, DataSource store, KeySettings settings, Clock clock) {
        return new Keys(schema, new KeyRepository(JdbcClient.create(store)), settings.most(), clock);
    }

    @Bean
    KeyRing keyRing(Keys keys, Blocking blocking, KeySettings settings) {
        return new KeyRing(() -> blocking.call(keys::holders), settings.known(), System::nanoTime);
    }

    @Bean
    RouterFunction<ServerResponse> keyRoutes(
            Keys keys, KeyRing ring, Desk desk, KeySettings settings, ReadSettings reads, Blocking blocking) {
        Set<String> tiers = reads.tiers().keySet();
        return KeyRoutes.of(new KeyDesk(keys, ring, new KeyPages(desk, tiers), settings.scope(), tiers, blocking));
    }
}
