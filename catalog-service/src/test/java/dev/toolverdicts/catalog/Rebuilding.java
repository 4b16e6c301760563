package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody who has a projection built anew.
record Rebuilding(Api api, String projection) {

    private String address() {
        return "/actuator/rebuild/" + projection;
    }

    /// How it ended.
    JsonNode run() {
        assertThat(start(TestTokens.bearer("operator"))).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(status().at("/state").asString()).isNotEqualTo("running"));
        return status();
    }

    private JsonNode status() {
        return api.get(address(), "Authorization", TestTokens.bearer("operator"))
                .body();
    }

    int start(@Nullable String token) {
        String[] headers = token == null ? new String[0] : new String[] {"Authorization", token};
        return api.send("POST", address(), BodyPublishers.noBody(), headers).status();
    }
}
