package dev.toolverdicts.vote.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Settings that follow from the roles: no database where none is needed, and what "ready" means.
///
/// A process that accepts is ready without its database: an outage costs freshness, not votes.
final class RolesEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final List<String> DATABASE = List.of(
            "dev.toolverdicts.platform.secrets.DatabasePasswordAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<Role> roles = Roles.of(environment);
        Map<String, Object> settings = new HashMap<>();
        settings.put("management.endpoint.health.group.readiness.include", String.join(",", readiness(roles)));
        if (roles.equals(Set.of(Role.ACCEPT))) {
            settings.put("spring.autoconfigure.exclude", excluded(environment));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("roles", settings));
    }

    private static String excluded(ConfigurableEnvironment environment) {
        String present = environment.getProperty("spring.autoconfigure.exclude");
        return String.join(",", DATABASE) + (present == null ? "" : "," + present);
    }

    private static List<String> readiness(Set<Role> roles) {
        var included = new ArrayList<>(List.of("readinessState"));
        if (roles.contains(Role.ACCEPT) || roles.contains(Role.QUERY)) {
            included.add("knownTools");
        }
        if (roles.contains(Role.QUERY)) {
            included.add("tallies");
        }
        if (!roles.contains(Role.ACCEPT)) {
            included.add("db");
        }
        return included;
    }

    /// After the configuration files are read.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
