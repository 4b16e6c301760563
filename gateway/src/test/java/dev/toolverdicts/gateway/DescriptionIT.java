package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionIT extends ThroughTheGateway {

    private static final String PATH = "/api/v1/openapi.json";

    @BeforeEach
    void allDescribeThemselves() {
        Describing.all();
        await().untilAsserted(() -> assertThat(description().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/tools", "/api/v1/critics", "/api/v1/tools/{slug}/vote", "/api/v1/votes"));
    }

    private JsonNode description() {
        HttpResponse<String> answer = get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void oneDocumentDescribesAllServices() {
        assertThat(description().at("/servers/0/url").asString()).isEqualTo("http://localhost:8080");
    }

    @Test
    void aServiceThatIsDownIsDescribedAsItWas() {
        REVIEW.stop();
        VOTE_QUERY.behaves(Describing.describes("/api/v1/ranking"));

        await().untilAsserted(() -> assertThat(description().path("paths").has("/api/v1/ranking"))
                .as("asked anew")
                .isTrue());

        assertThat(description().path("paths").has("/api/v1/critics")).isTrue();
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        String tag = header(get(PATH), "ETag");

        assertThat(get(PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
}
