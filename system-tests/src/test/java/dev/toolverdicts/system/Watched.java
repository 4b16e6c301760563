package dev.toolverdicts.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// What Prometheus and Grafana are told to ask, in `compose/observability`.
final class Watched {

    static final Path FOLDER = Checkout.ROOT.resolve("compose/observability");

    private static final Pattern NO_METRIC =
            Pattern.compile("\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![a-zA-Z0-9_:.])[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /// @param where a rule's name, or a dashboard's and a panel's
    record Question(String where, String expression) {

        /// The metrics it is about.
        Set<String> metrics() {
            // Strings first: one may hold what closes the braces around it.
            String bare =
                    NO_METRIC.matcher(expression.replaceAll("\"[^\"]*\"", "")).replaceAll(" ");
            return NAME.matcher(bare)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !WORDS.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// @param runbook where it is said what to do, `file#section`
    record Rule(String name, String expression, String runbook) {}

    private Watched() {}

    static List<Question> questions() {
        return Stream.concat(
                        rules().stream().map(rule -> new Question(rule.name(), rule.expression())),
                        dashboards().stream().flatMap(Watched::questions))
                .toList();
    }

    static List<Rule> rules() {
        Map<String, Object> file = new Yaml().load(read(FOLDER.resolve("rules.yml")));
        return maps(file.get("groups")).stream()
                .flatMap(group -> maps(group.get("rules")).stream())
                .map(rule -> new Rule(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        String.valueOf(map(rule.get("annotations")).get("runbook"))))
                .toList();
    }

    static List<JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            return files.map(file -> Stack.JSON.readTree(read(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String datasources() {
        return read(FOLDER.resolve("grafana/datasources.yml"));
    }

    private static Stream<Question> questions(JsonNode dashboard) {
        var questions = new ArrayList<Question>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                questions.add(new Question(
                        dashboard.path("title").asString() + " / "
                                + panel.path("title").asString(),
                        target.path("expr").asString()));
            }
        }
        return questions.stream();
    }

    private static List<Map<String, Object>> maps(Object list) {
        return ((List<?>) list).stream().map(Watched::map).toList();
    }

    @SuppressWarnings("unchecked") // as YAML has it
    private static Map<String, Object> map(Object map) {
        return (Map<String, Object>) map;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
