package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// An operator who has the votes built anew from the log.
final class Rebuilding {

    private final Visitor operator;

    Rebuilding(int port) {
        operator = new Visitor(port);
    }

    long differingRows() {
        assertThat(call("POST").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !json(call("GET")).get("state").asString().equals("running"));
        JsonNode done = json(call("GET"));
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("done");
        return done.get("differingRows").asLong();
    }

    private HttpResponse<String> call(String method) {
        return operator.send(operator.to("/actuator/rebuild/votes")
                .method(method, BodyPublishers.noBody())
                .header("Authorization", TestTokens.bearer("operator")));
    }
}
