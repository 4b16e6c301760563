package dev.toolverdicts.platform.test;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

final class InfrastructureInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestInfrastructure.freshDatabase(),
                        "spring.datasource.username=" + ServerSettings.USER,
                        "spring.datasource.password=" + ServerSettings.PASSWORD,
                        "spring.kafka.bootstrap-servers=" + TestInfrastructure.bootstrapServers(),
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestTokens.jwkSetUri(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.ISSUER)
                .applyTo(context);
    }
}
