package dev.toolverdicts.platform.secrets;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/// The password of the database from a file, where one is named: for the pool, and for all who open a
/// connection of their own by [JdbcConnectionDetails].
@AutoConfiguration(
        after = SecretsAutoConfiguration.class,
        beforeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({HikariDataSource.class, JdbcConnectionDetails.class})
@ConditionalOnProperty("secrets.database-password-file")
@EnableConfigurationProperties(DataSourceProperties.class)
public class DatabasePasswordAutoConfiguration {

    @Bean
    JdbcConnectionDetails passwordFromFile(
            DataSourceProperties database,
            SecretsSettings settings,
            SecretFiles files,
            ObjectProvider<HikariDataSource> pool) {
        Path file = Objects.requireNonNull(settings.databasePasswordFile());
        return new PasswordFromFile(
                database, file, files, password -> pool.ifAvailable(it -> it.setPassword(password)));
    }
}
