package dev.toolverdicts.vote.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.env.MockEnvironment;

class RolesEnvironmentTest {

    private static final String READINESS = "management.endpoint.health.group.readiness.include";

    private static ConfigurableEnvironment with(String roles) {
        var environment = new MockEnvironment().withProperty("vote.roles", roles);
        new RolesEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void acceptingAloneHasNoDatabase() {
        ConfigurableEnvironment accept = with("accept");
        assertThat(accept.getProperty("spring.autoconfigure.exclude"))
                .contains("DataSourceAutoConfiguration", "FlywayAutoConfiguration", "JdbcClientAutoConfiguration");
        assertThat(accept.getProperty(READINESS)).isEqualTo("readinessState,knownTools");
    }

    @Test
    void countingAndAskingAreReadyWithTheirDatabase() {
        assertThat(with("count").getProperty(READINESS)).isEqualTo("readinessState,db");
        assertThat(with("query").getProperty(READINESS)).isEqualTo("readinessState,knownTools,tallies,db");
        assertThat(with("count,query").getProperty("spring.autoconfigure.exclude"))
                .isNull();
    }

    @Test
    void whoAcceptsStaysReadyWithoutTheDatabase() {
        assertThat(with("accept,count,query").getProperty(READINESS)).doesNotContain("db");
    }

    @Test
    void anUnknownRoleIsRefused() {
        assertThatException().isThrownBy(() -> with("accept,moderate"));
    }
}
