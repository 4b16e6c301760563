package dev.toolverdicts.gateway.description;

import java.util.List;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which of the paths that services describe can be reached through the gateway, by the routes themselves.
@Component
class PublicPaths {

    private final String prefix;
    private final List<PathPattern> routed;

    PublicPaths(DescriptionSettings settings, GatewayProperties gateway) {
        prefix = settings.prefix();
        routed = gateway.getRoutes().stream()
                .flatMap(route -> route.getPredicates().stream())
                .filter(predicate -> "Path".equals(predicate.getName()))
                .flatMap(predicate -> predicate.getArgs().values().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /// @param template a path with names in braces, which stand for themselves here
    boolean contain(String template) {
        PathContainer path = PathContainer.parsePath(template);
        return template.startsWith(prefix) && routed.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
