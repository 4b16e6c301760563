package dev.toolverdicts.platform.secrets;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Who looks at the files.
@AutoConfiguration
@EnableConfigurationProperties(SecretsSettings.class)
public class SecretsAutoConfiguration {

    @Bean
    SecretFiles secretFiles(SecretsSettings settings) {
        return new SecretFiles(settings.lookEvery());
    }
}
