package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionIT extends RunningService {

    @Test
    void theApiDescribesItself() {
        Api.Answer description = api.get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/tools",
                        "/api/v1/tools/{slug}",
                        "/api/v1/categories",
                        "/api/v1/comparisons/{pair}",
                        "/api/v1/leaderboards",
                        "/api/v1/leaderboards/{period}",
                        "/api/v1/leaderboards/{period}/{key}");
        assertThat(description.at("/paths/~1api~1v1~1tools/post/requestBody/content/application~1json/schema/$ref"))
                .endsWith("/ToolDraft");
        assertThat(description.text()).contains("osi_open", "freemium").doesNotContain("JsonNode");
        assertThat(description.at("/servers/0/url")).isEqualTo("http://localhost:8080");
    }
}
