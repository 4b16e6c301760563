package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.Permissions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Of all that services answer, the gateway leads to what the table of permissions says, and to nothing else.
class PermissionsIT extends ThroughTheGateway {

    @Autowired
    private GatewayProperties properties;

    @Test
    void whatIsInFrontIsAtItsServiceAndTheRestIsNowhere() {
        List<String> failures = new ArrayList<>();
        for (Permissions.Row row : Permissions.all()) {
            if (!row.service().equals("gateway")) {
                String reached = reached(row);
                if (!(row.front() ? reached.startsWith(row.service()) : reached.isEmpty())) {
                    failures.add(row.service() + " " + row.mapping() + ": " + reached);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /// Which service was asked; empty for none.
    private String reached(Permissions.Row row) {
        ALL.forEach(Backend::reset);
        HttpResponse<String> answer =
                ask(row.method().equals("*") ? "GET" : row.method(), row.example(), BodyPublishers.noBody());
        boolean asked = ALL.stream().anyMatch(backend -> backend.requests() > 0);
        return asked ? header(answer, "Backend") + " " + answer.statusCode() : "";
    }

    /// Those for signing in and for keys are there where somebody can, see `SignInIT` and `ApiKeysIT`;
    /// `DescriptionIT` has the description.
    @Test
    void theGatewaysOwnAddressesAreAnsweredByItself() {
        assertThat(Permissions.of("gateway"))
                .filteredOn(row -> !row.path().matches("/desk(/sign.*|/keys.*)?|/api/v1/openapi.json"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    HttpResponse<String> answer = ask(row.method(), own(row), BodyPublishers.noBody());
                    assertThat(answer.statusCode()).as(row.mapping()).isLessThan(400);
                    assertThat(header(answer, "Backend")).as(row.mapping()).isEmpty();
                });
    }

    private static String own(Permissions.Row row) {
        return row.path().replace("/health/**", "/health/readiness");
    }

    @Test
    void everyRouteLeadsToAnAddressOfTheTable() {
        List<String> addresses = Permissions.all().stream()
                .filter(Permissions.Row::front)
                .map(Permissions.Row::example)
                .map(address -> address.replaceFirst("\\?.*", ""))
                .toList();
        List<String> routes = properties.getRoutes().stream()
                .flatMap(route -> route.getPredicates().stream())
                .filter(predicate -> predicate.getName().equals("Path"))
                .flatMap(predicate -> predicate.getArgs().values().stream())
                .flatMap(patterns -> Stream.of(patterns.split(",", -1)))
                .toList();
        assertThat(routes).hasSizeGreaterThan(80);
        assertThat(routes).allSatisfy(route -> {
            PathPattern pattern = PathPatternParser.defaultInstance.parse(route.strip());
            assertThat(addresses)
                    .as("permissions.tsv lacks what the gateway leads to: %s", route)
                    .anyMatch(address -> pattern.matches(PathContainer.parsePath(address)));
        });
    }
}
