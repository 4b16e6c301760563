package dev.toolverdicts.catalog;

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
                .filteredOn(path -> !path.startsWith("/api/v1/operations/"))
                .containsExactlyInAnyOrder(
                        "/api/v1/tools",
                        "/api/v1/tools/{slug}",
                        "/api/v1/tools/{slug}/alternatives",
                        "/api/v1/tools/{slug}/assignment",
                        "/api/v1/critics/{key}/statistics",
                        "/api/v1/tools/{slug}/take-down",
                        "/api/v1/tools/{slug}/history",
                        "/api/v1/tools/{slug}/releases",
                        "/api/v1/tools/{slug}/releases/{label}",
                        "/api/v1/news",
                        "/api/v1/news/{key}",
                        "/api/v1/search",
                        "/api/v1/categories",
                        "/api/v1/changes/stream",
                        "/api/v1/comparisons/{pair}",
                        "/api/v1/leaderboards",
                        "/api/v1/leaderboards/{period}",
                        "/api/v1/leaderboards/{period}/{key}");
        assertThat(description.at("/paths/~1api~1v1~1tools/post/requestBody/content/application~1json/schema/$ref"))
                .endsWith("/ToolDraft");
        assertThat(description.text()).contains("osi_open", "freemium").doesNotContain("JsonNode");
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
        assertThat(answers("/~1api~1v1~1tools/post"))
                .containsExactlyInAnyOrder("201", "400", "401", "403", "406", "409", "413", "415", "422", "429", "503");
        assertThat(answers("/~1api~1v1~1tools~1{slug}/put"))
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "428", "429", "503");
        assertThat(answers("/~1api~1v1~1tools~1{slug}~1take-down/put"))
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "406", "412", "413", "415", "429", "503");
        JsonNode created = description().at("/paths/~1api~1v1~1tools/post/responses/201");
        assertThat(created.at("/content/application~1json/schema/$ref").asString())
                .endsWith("/ToolView");
        assertThat(created.get("headers").has("Location")).isTrue();
    }

    @Test
    void anAddressThatMovesTellsSo() {
        assertThat(answers("/~1api~1v1~1tools~1{slug}/get")).contains("200", "301", "304", "404", "410");
        assertThat(answers("/~1api~1v1~1tools~1{slug}~1alternatives/get")).contains("200", "301", "304", "404");
        assertThat(answers("/~1api~1v1~1comparisons~1{pair}/get")).contains("200", "301", "304", "404");
    }

    @Test
    void whatMayBeNullIsMarkedAndTheRestIsAlwaysThere() {
        JsonNode schemas = description().at("/components/schemas");
        JsonNode card = schemas.get("ToolCard");

        assertThat(card.at("/properties/websiteUrl/type").valueStream().map(JsonNode::asString))
                .containsExactly("string", "null");
        assertThat(schemas.at("/Panel/properties/pct/type").valueStream().map(JsonNode::asString))
                .containsExactly("integer", "null");
        assertThat(card.at("/properties/name/type").asString()).isEqualTo("string");
        assertThat(card.get("required").valueStream().map(JsonNode::asString))
                .contains("slug", "name", "panel", "community", "asOf")
                .doesNotContain("websiteUrl", "bestFor", "versions");
    }
}
