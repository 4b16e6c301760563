package dev.toolverdicts.localstack.sbom;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The database of known vulnerabilities, by the API of osv.dev: which there are for many packages at
/// once, and then what each is.
final class Osv {

    /// More than this it does not answer.
    private static final int MOST = 1000;
    /// A server that always has another page must not keep us for ever.
    private static final int MOST_PAGES = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private record Question(Component component, String page) {}

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Osv(URI address) {
        this.address = URI.create(address.toString().replaceFirst("/+$", ""));
    }

    /// @throws CheckFailed when it cannot be asked, or answers what cannot be understood
    List<Finding> findings(List<Component> components) throws InterruptedException {
        Map<Component, Set<String>> known = new LinkedHashMap<>();
        List<Question> open =
                components.stream().map(each -> new Question(each, "")).toList();
        for (int page = 0; !open.isEmpty(); page++) {
            if (page == MOST_PAGES) {
                throw new CheckFailed("%s has more than %d pages of answers".formatted(address, MOST_PAGES));
            }
            List<Question> next = new ArrayList<>();
            for (int from = 0; from < open.size(); from += MOST) {
                next.addAll(ask(open.subList(from, Math.min(open.size(), from + MOST)), known));
            }
            open = next;
        }
        return described(known);
    }

    /// @return what there is more of
    private List<Question> ask(List<Question> questions, Map<Component, Set<String>> known)
            throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        var queries = body.putArray("queries");
        for (Question question : questions) {
            ObjectNode query = queries.addObject();
            query.putObject("package").put("purl", question.component().purl());
            if (!question.page().isEmpty()) {
                query.put("page_token", question.page());
            }
        }
        JsonNode results = sent(HttpRequest.newBuilder(at("/v1/querybatch"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))))
                .path("results");
        if (results.size() != questions.size()) {
            throw new CheckFailed(
                    "%s answered %d of %d questions".formatted(address, results.size(), questions.size()));
        }
        List<Question> more = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Component component = questions.get(i).component();
            for (JsonNode vulnerability : results.path(i).path("vulns")) {
                known.computeIfAbsent(component, _ -> new TreeSet<>())
                        .add(vulnerability.path("id").asString());
            }
            String page = results.path(i).path("next_page_token").asString("");
            if (!page.isEmpty()) {
                more.add(new Question(component, page));
            }
        }
        return more;
    }

    /// Each vulnerability is looked up once, however many components have it.
    private List<Finding> described(Map<Component, Set<String>> known) throws InterruptedException {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Component, Set<String>> entry : known.entrySet()) {
            for (String id : entry.getValue()) {
                JsonNode vulnerability = told.get(id);
                if (vulnerability == null) {
                    vulnerability = sent(HttpRequest.newBuilder(at("/v1/vulns/" + path(id))));
                    told.put(id, vulnerability);
                }
                // Taken back by who has told of it.
                if (!vulnerability.has("withdrawn")) {
                    findings.add(new Finding(entry.getKey(), vulnerability(id, vulnerability)));
                }
            }
        }
        return findings;
    }

    private static Vulnerability vulnerability(String id, JsonNode told) {
        return new Vulnerability(
                id,
                texts(told.path("aliases")).collect(Collectors.toSet()),
                Severity.of(told.path("database_specific").path("severity").asString("")),
                told.path("summary").asString(""),
                StreamSupport.stream(told.path("affected").spliterator(), false)
                        .flatMap(affected ->
                                StreamSupport.stream(affected.path("ranges").spliterator(), false))
                        .flatMap(range ->
                                StreamSupport.stream(range.path("events").spliterator(), false))
                        .map(event -> event.path("fixed").asString(""))
                        .filter(version -> !version.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
    }

    /// An id is part of an address, so it must be nothing else.
    private String path(String id) {
        if (!id.matches("[A-Za-z0-9._-]+")) {
            throw new CheckFailed("%s names a vulnerability in a way that cannot be looked up".formatted(address));
        }
        return id;
    }

    private JsonNode sent(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CheckFailed("%s answered %d".formatted(address, answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new CheckFailed("%s cannot be asked (%s)".formatted(address, cause(e)), e);
        } catch (JacksonException e) {
            throw new CheckFailed("%s answered what is no JSON".formatted(address), e);
        }
    }

    private static String cause(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private URI at(String path) {
        return URI.create(address + path);
    }
}
