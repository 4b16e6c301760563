package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Watched.Question;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the running services tell of themselves is what rules and dashboards ask for.
class WatchedIT {

    /// What Prometheus itself knows.
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    /// All that is told, by the name of the process.
    private final Map<String, String> told = new TreeMap<>();

    @BeforeEach
    void ask() {
        for (JsonNode process : Stack.running().description().path("processes")) {
            if (process.has("metricsPort")) {
                HttpResponse<String> answer = new Visitor("http://127.0.0.1:"
                                + process.path("metricsPort").asInt())
                        .get("/metrics");
                assertThat(answer.statusCode()).as(process.toString()).isEqualTo(200);
                told.put(process.path("name").asString(), answer.body());
            }
        }
    }

    private Set<String> names() {
        return told.values().stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyServiceTells() {
        assertThat(told.keySet())
                .contains("gateway", "catalog-service", "review-service", "vote-service", "newsletter-service");
    }

    @Test
    void everyMetricInARuleOrADashboardIsThere() {
        Set<String> names = names();

        for (Question question : Watched.questions()) {
            assertThat(question.metrics().stream()
                            .filter(metric -> !OF_PROMETHEUS.contains(metric))
                            .toList())
                    .as(question.where())
                    .allSatisfy(metric -> assertThat(names).contains(metric));
        }
    }

    @Test
    void everyMetricOfOursIsExplained() throws IOException {
        String handbook = Files.readString(Checkout.ROOT.resolve("docs/operations.md"));

        assertThat(names().stream()
                        .filter(name -> name.matches("(gateway|messaging|vote|newsletter|web)_.*"))
                        .map(name -> name.replaceFirst("_(count|sum|max|bucket)$", ""))
                        .distinct()
                        .toList())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(handbook).contains("`" + name + "`"));
    }

    @Test
    void nobodyIsNamed() {
        told.forEach((name, metrics) -> assertThat(metrics).as(name).doesNotContain("@"));
    }
}
