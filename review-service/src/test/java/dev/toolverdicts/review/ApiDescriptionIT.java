package dev.toolverdicts.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.web.AccessRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

class ApiDescriptionIT extends RunningService {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    private static final String REVIEW = "/~1api~1v1~1tools~1{slug}~1reviews~1{criticKey}";

    private JsonNode description() {
        return api.get("/v3/api-docs").body();
    }

    private Collection<String> answers(String pointer) {
        return description().at("/paths" + pointer + "/responses").propertyNames();
    }

    @Test
    void theApiDescribesItself() {
        Api.Answer description = api.get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().get("paths").propertyNames())
                .contains(
                        "/api/v1/critics",
                        "/api/v1/critics/{key}",
                        "/api/v1/tools/{slug}/reviews",
                        "/api/v1/tools/{slug}/reviews/{criticKey}",
                        "/api/v1/tools/{slug}/reviews/{criticKey}/revisions",
                        "/api/v1/tools/{slug}/reviews/{criticKey}/helpful")
                .noneMatch(path -> path.startsWith("/tool/"));
        assertThat(description.text()).contains("\"ai_persona\"", "\"pending\"").doesNotContain("AI_PERSONA");
        assertThat(description.at("/servers/0/url")).isEqualTo("http://localhost:8080");
    }

    /// Nothing is forgotten, and nothing is promised that is not there.
    @Test
    void everyMappingIsDescribedAndNothingElse() {
        List<String> mapped = AccessRules.mapped(mappings).stream()
                .filter(endpoint -> endpoint.contains(" /api/"))
                .toList();
        var described = new TreeSet<String>();
        description()
                .get("paths")
                .forEachEntry((path, operations) -> operations
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(mapped).hasSizeGreaterThan(5);
        assertThat(described).containsExactlyElementsOf(mapped);
    }

    @Test
    void everyOperationTellsTheProblemsThatFollowFromWhatItIs() {
        JsonNode description = description();
        assertThat(description.get("paths").size()).isPositive();
        description
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    var expected = new ArrayList<>(List.of("401", "429", "503"));
                    if (!method.equals("get")) {
                        expected.add("403");
                    }
                    if (path.contains("{")) {
                        expected.addAll(List.of("400", "404"));
                    }
                    if (operation.has("requestBody")) {
                        expected.addAll(List.of("400", "413", "415"));
                    }
                    assertThat(operation.get("responses").propertyNames())
                            .as(method + " " + path)
                            .containsAll(expected);
                }));
    }

    @Test
    void whateverIsReferredToIsThere() {
        JsonNode description = description();
        List<String> references = description.findValuesAsString("$ref");

        assertThat(references).contains("#/components/schemas/ProblemDocument");
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aWriteTellsHowItEnds() {
        assertThat(answers(REVIEW + "/put"))
                .containsExactlyInAnyOrder(
                        "200", "201", "400", "401", "403", "404", "406", "412", "413", "415", "429", "503");
        assertThat(answers(REVIEW + "/delete"))
                .containsExactlyInAnyOrder("204", "400", "401", "403", "404", "406", "412", "429", "503");
    }

    @Test
    void aReviewNeedsNoMoreThanItDid() {
        assertThat(description()
                        .at("/components/schemas/ReviewDraft/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("verdict", "score", "body", "handsOn", "authorKind");
    }

    @Test
    void whatMayBeNullIsMarked() {
        assertThat(description()
                        .at("/components/schemas")
                        .findParents("pct")
                        .getFirst()
                        .at("/pct/type")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("integer", "null");
    }
}
