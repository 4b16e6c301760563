package dev.toolverdicts.platform.secrets;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param lookEvery the pause between two looks at files with secrets
/// @param databasePasswordFile where the password of the database is read, again when it changes;
///     without it `spring.datasource.password` is good for as long as the process lives
@ConfigurationProperties("secrets")
record SecretsSettings(
        @DefaultValue("1s") Duration lookEvery, @Nullable Path databasePasswordFile) {

    SecretsSettings {
        if (lookEvery.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("secrets.look-every must be 10ms or longer");
        }
    }
}
