package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolverdicts.system.Watched.Question;
import dev.toolverdicts.system.Watched.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rules and dashboards as files; [WatchedIT] holds them against the running system.
class WatchedTest {

    @Test
    void metricsAreFoundInAnExpression() {
        assertThat(metrics("sum by (job, le) (rate(a_total{x=\"b}c\",y=~\"d|e\"}[5m])) / on () c:d > 1e3 unless f"))
                .containsExactly("a_total", "c:d", "f");
        assertThat(metrics("histogram_quantile(0.99, sum by (le) (rate(a_seconds_bucket[$__rate_interval])))"))
                .containsExactly("a_seconds_bucket");
        assertThat(metrics("absent(up{job=\"a\"} == 1) or absent (b == 1)")).containsExactly("b", "up");
    }

    private static Iterable<String> metrics(String expression) {
        return new Question("here", expression).metrics();
    }

    @Test
    void everyQuestionIsAboutSomething() {
        assertThat(Watched.questions())
                .hasSizeGreaterThan(50)
                .allSatisfy(question ->
                        assertThat(question.metrics()).as(question.where()).isNotEmpty());
    }

    @Test
    void everyRuleHasASectionThatSaysWhatToDo() throws IOException {
        List<String> sections = Files.readString(Checkout.ROOT.resolve("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(Watched.rules()).hasSizeGreaterThan(20).allSatisfy(rule -> {
            String section = rule.name().toLowerCase(Locale.ROOT);
            assertThat(rule.runbook()).isEqualTo("docs/operations.md#" + section);
            assertThat(sections).as(rule.name()).contains(section);
        });
        assertThat(Watched.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    /// Of anything else it has no labels, and an alert could not say what is absent.
    @Test
    void onlyASelectorIsAbsent() {
        assertThat(Watched.rules())
                .filteredOn(rule -> rule.expression().contains("absent"))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.expression().replaceAll("\\babsent\\s*\\(\\s*\\w+\\{[^}]*}\\s*\\)", ""))
                                .as(rule.name())
                                .doesNotContain("absent"));
    }

    @Test
    void alertsSayWhatTheyShould() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))),
                "promtool is not installed");
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "rules-test.yml")
                .directory(Watched.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void everyPanelAsksADatasourceThatThereIs() {
        for (JsonNode dashboard : Watched.dashboards()) {
            for (JsonNode panel : dashboard.path("panels")) {
                String uid = panel.path("datasource").path("uid").asString();
                assertThat(Watched.datasources())
                        .as(panel.path("title").asString())
                        .contains("uid: " + uid + ",");
                assertThat(panel.path("targets").isEmpty()).isFalse();
            }
        }
        assertThat(Watched.dashboards())
                .extracting(dashboard -> dashboard.path("uid").asString())
                .hasSizeGreaterThan(4)
                .doesNotHaveDuplicates();
    }
}
