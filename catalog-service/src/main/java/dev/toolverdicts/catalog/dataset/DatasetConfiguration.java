package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

    @Bean
    KeptFileQueries keptFileQueries(JdbcClient jdbc) {
        return new KeptFileQueries(jdbc);
    }

    @Bean
    KeptFileRepository keptFileRepository(JdbcClient jdbc) {
        return new KeptFileRepository(jdbc);
    }
}
