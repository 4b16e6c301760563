package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionIT extends ThroughTheGateway {

    private static final String PATH = "/api/v1/openapi.json";

    private static Backend.Behaviour describes(String... paths) {
        var document = JsonMapper.shared().createObjectNode();
        for (String path : paths) {
            document.putObject("paths").putObject(path).putObject("get").put("operationId", path);
        }
        return (request, response) -> "/v3/api-docs".equals(request.uri())
                ? response.sendString(Mono.just(document.toString()))
                : response.sendNotFound();
    }

    private JsonNode description() {
        HttpResponse<String> answer = get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private void allDescribe() {
        CATALOG_1.behaves(describes("/api/v1/tools"));
        CATALOG_2.behaves(describes("/api/v1/tools"));
        REVIEW.behaves(describes("/api/v1/critics"));
        VOTE_ACCEPT_1.behaves(describes("/api/v1/tools/{slug}/vote"));
        VOTE_ACCEPT_2.behaves(describes("/api/v1/tools/{slug}/vote"));
        VOTE_QUERY.behaves(describes("/api/v1/votes"));
        NEWSLETTER.behaves(describes("/internal/only"));
    }

    @Test
    void oneDocumentDescribesAllServices() {
        allDescribe();

        await().untilAsserted(
                        () -> assertThat(description().has("x-unavailable")).isFalse());

        JsonNode document = description();
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/tools", "/api/v1/critics", "/api/v1/tools/{slug}/vote", "/api/v1/votes");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://localhost:8080");
    }

    @Test
    void aServiceThatIsDownIsNamedAndLeftOut() {
        allDescribe();
        REVIEW.stop();

        await().untilAsserted(() ->
                assertThat(description().path("x-unavailable").toString()).isEqualTo("[\"review\"]"));

        assertThat(description().path("paths").has("/api/v1/critics")).isFalse();
        assertThat(description().path("paths").has("/api/v1/tools")).isTrue();
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        allDescribe();
        await().untilAsserted(
                        () -> assertThat(description().has("x-unavailable")).isFalse());

        String tag = header(get(PATH), "ETag");

        assertThat(get(PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
}
