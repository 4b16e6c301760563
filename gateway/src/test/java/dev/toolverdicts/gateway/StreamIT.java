package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class StreamIT extends ThroughTheGateway {

    @Test
    void eachEventPassesAsItIsSentAndThePartingIsPassedOn() throws IOException, InterruptedException {
        Sinks.Many<String> events = Sinks.many().multicast().onBackpressureBuffer();
        var left = new AtomicBoolean();
        VOTE_QUERY.behaves(
                (request, response) -> response.sse().sendString(events.asFlux().doOnCancel(() -> left.set(true))));
        events.tryEmitNext("data: 1\n\n");

        var answer = client.send(
                request("GET", "/api/v1/tallies/stream?tools=a", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 1");
            assertThat(lines.readLine()).isEmpty();
            // The second is sent only after the first has arrived, and later than any answer may take elsewhere.
            await().pollDelay(Duration.ofMillis(2500))
                    .until(() -> events.tryEmitNext("data: 2\n\n").isSuccess());
            assertThat(lines.readLine()).isEqualTo("data: 2");
            assertThat(left).isFalse();
        }
        await().until(left::get);
    }
}
