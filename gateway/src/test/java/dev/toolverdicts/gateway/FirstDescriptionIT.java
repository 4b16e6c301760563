package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A gateway of its own, to which no service has described itself yet.
@TestPropertySource(properties = "gateway.description.timeout=2s")
class FirstDescriptionIT extends ThroughTheGateway {

    private static final String PATH = "/api/v1/openapi.json";

    @Test
    void halfADescriptionIsNeverTold() {
        Describing.all();
        REVIEW.behaves((request, response) -> response.sendNotFound());

        HttpResponse<String> early = get(PATH);

        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(header(early, "Retry-After")).isEqualTo("1");
        assertThat(header(early, "Cache-Control")).isEqualTo("no-store");

        // Back while the next visitor waits.
        Backend.Behaviour critics = Describing.describes("/api/v1/critics");
        var asked = new AtomicInteger();
        REVIEW.behaves((request, response) ->
                asked.incrementAndGet() < 4 ? response.sendNotFound() : critics.apply(request, response));

        HttpResponse<String> whole = get(PATH);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).contains("/api/v1/critics", "/api/v1/tools", "/api/v1/votes");
    }
}
