package dev.toolverdicts.catalog.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    /// Longer than the watch waits before it asks whether the server is there.
    private static final String OPTIONS =
            "connectTimeout=3&socketTimeout=10&tcpKeepAlive=true&ApplicationName=catalog-changes";

    @Bean
    ChangeRoom changeRoom(LiveSettings settings, Clock clock) {
        return new ChangeRoom(settings, clock, Thread::startVirtualThread);
    }

    @Bean
    ChangeNotices changeNotices(JdbcConnectionDetails database, ChangeRoom room, List<ChangeWatch> watches) {
        String url = database.getJdbcUrl() + (database.getJdbcUrl().contains("?") ? "&" : "?") + OPTIONS;
        return new ChangeNotices(
                () -> DriverManager.getConnection(url, database.getUsername(), database.getPassword()), room, watches);
    }

    @Bean
    MeterBinder liveMeters(ChangeRoom room) {
        return registry -> {
            Gauge.builder("catalog.live.readers", room, ChangeRoom::readers)
                    .description("Open streams of changes")
                    .register(registry);
            FunctionCounter.builder("catalog.live.changes", room, ChangeRoom::heard)
                    .description("Changes that this copy has heard of")
                    .register(registry);
        };
    }
}
