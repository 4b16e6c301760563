package dev.toolverdicts.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionMergeTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DescriptionMerge merge = new DescriptionMerge(path -> !path.startsWith("/internal"));

    private void add(String service, String document) {
        merge.add(service, JSON.readTree(document));
    }

    private JsonNode merged() {
        return merge.result("Title", "v1", "https://site.example");
    }

    private static String describing(String path, String method, String component, String shape) {
        return """
                {"openapi": "3.1.0",
                 "paths": {"%s": {"%s": {"operationId": "one", "responses": {"200": {"schema": {"$ref": "#/components/schemas/%s"}}}}}},
                 "components": {"schemas": {"%s": %s}}}
                """.formatted(path, method, component, component, shape);
    }

    @Test
    void pathsAndPartsOfAllServicesAreInOneDocument() {
        add("a", describing("/x", "get", "X", "{\"type\": \"string\"}"));
        add("b", describing("/y", "get", "Y", "{\"type\": \"number\"}"));

        JsonNode merged = merged();
        assertThat(merged.path("paths").propertyNames()).containsExactly("/x", "/y");
        assertThat(merged.path("components").path("schemas").propertyNames()).containsExactly("X", "Y");
        assertThat(merged.at("/servers/0/url").asString()).isEqualTo("https://site.example");
        assertThat(merged.at("/info/title").asString()).isEqualTo("Title");
    }

    @Test
    void equalPartsAreOne() {
        add("a", describing("/x", "get", "Same", "{\"type\": \"string\"}"));
        add("b", describing("/y", "get", "Same", "{\"type\": \"string\"}"));

        assertThat(merged().path("components").path("schemas").propertyNames()).containsExactly("Same");
    }

    @Test
    void partsThatOnlyShareANameAreKeptApart() {
        add("a", describing("/x", "get", "Name", "{\"type\": \"string\"}"));
        add("b", describing("/y", "get", "Name", "{\"type\": \"number\"}"));

        JsonNode merged = merged();
        assertThat(merged.at("/components/schemas/Name/type").asString()).isEqualTo("string");
        assertThat(merged.at("/components/schemas/b.Name/type").asString()).isEqualTo("number");
        assertThat(merged.at("/paths/~1y/get/responses/200/schema/$ref").asString())
                .isEqualTo("#/components/schemas/b.Name");
    }

    @Test
    void whatRefersToAClashClashesToo() {
        String document = """
                {"paths": {"%s": {"get": {"$ref": "#/components/schemas/Outer"}}},
                 "components": {"schemas": {"Outer": {"inner": {"$ref": "#/components/schemas/Inner"}}, "Inner": {"type": "%s"}}}}
                """;
        add("a", document.formatted("/x", "string"));
        add("b", document.formatted("/y", "number"));

        JsonNode merged = merged();
        assertThat(merged.at("/components/schemas/b.Outer/inner/$ref").asString())
                .isEqualTo("#/components/schemas/b.Inner");
        assertThat(merged.at("/components/schemas/Outer/inner/$ref").asString())
                .isEqualTo("#/components/schemas/Inner");
    }

    @Test
    void methodsOfOnePathMayComeFromTwoServicesAndIdsStayUnique() {
        add("a", describing("/x", "get", "X", "{}"));
        add("b", describing("/x", "put", "X", "{}"));
        add("c", describing("/x", "put", "X", "{}"));

        JsonNode path = merged().at("/paths/~1x");
        assertThat(path.propertyNames()).containsExactlyInAnyOrder("get", "put");
        assertThat(path.at("/get/operationId").asString()).isEqualTo("one");
        assertThat(path.at("/put/operationId").asString()).isEqualTo("b.one");
    }

    @Test
    void everyReadMayComeWithAKeyAndNoneHasTo() {
        add("a", describing("/x", "get", "X", "{}"));

        JsonNode merged = merged();
        assertThat(merged.path("security").toString()).isEqualTo("[{},{\"apiKey\":[]}]");
        assertThat(merged.at("/components/securitySchemes/apiKey/name").asString())
                .isEqualTo("X-Api-Key");
        assertThat(merged.at("/info/description").asString()).contains("RateLimit-Limit");
    }

    @Test
    void whatIsInternalStaysOutWithItsParts() {
        add("a", describing("/internal/x", "get", "X", "{}"));

        JsonNode merged = merged();
        assertThat(merged.path("paths").isEmpty()).isTrue();
        assertThat(merged.path("components").propertyNames()).containsExactly("securitySchemes");
    }
}
