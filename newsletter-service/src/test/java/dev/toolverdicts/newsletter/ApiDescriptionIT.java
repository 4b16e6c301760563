package dev.toolverdicts.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.web.AccessRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

class ApiDescriptionIT extends NewsletterInfrastructure {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    private JsonNode description() {
        return json(get("/v3/api-docs"));
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
    void aSignUpTellsHowItEnds() {
        assertThat(description()
                        .at("/paths/~1api~1v1~1newsletter~1subscriptions/post/responses")
                        .propertyNames())
                .containsExactlyInAnyOrder("202", "400", "401", "403", "406", "409", "413", "415", "422", "429", "503");
    }

    @Test
    void whatMayBeNullIsMarked() {
        JsonNode request = description().at("/components/schemas/SubscriptionRequest");

        assertThat(request.at("/properties/source/type").valueStream().map(JsonNode::asString))
                .containsExactly("string", "null");
        assertThat(request.get("required").valueStream().map(JsonNode::asString))
                .containsExactly("email");
    }
}
