package dev.toolverdicts.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionIT extends RunningService {

    @Test
    void theApiDescribesItself() {
        Api.Answer description = api.get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().get("paths").propertyNames())
                .contains(
                        "/api/v1/critics",
                        "/api/v1/critics/{key}",
                        "/api/v1/tools/{slug}/reviews",
                        "/api/v1/tools/{slug}/reviews/{criticKey}");
        assertThat(description.text()).contains("\"ai_persona\"", "\"pending\"").doesNotContain("AI_PERSONA");
        assertThat(description.at("/servers/0/url")).isEqualTo("http://localhost:8080");
    }
}
