package dev.toolverdicts.catalog.site;

import dev.toolverdicts.platform.keptfiles.KeptDay;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the vote service which days' votes it keeps, once a minute at most and briefly.
@Component
class VoteDatasetClient {

    private static final Logger log = LoggerFactory.getLogger(VoteDatasetClient.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private record Days(List<KeptDay> days) {}

    private final HttpClient http;
    private final VoteQueryProperties settings;
    private final JsonMapper json;

    VoteDatasetClient(VoteQueryProperties settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /// Empty when it does not say.
    Optional<List<KeptDay>> days() {
        HttpRequest request = HttpRequest.newBuilder(settings.url().resolve("/dataset/votes"))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.of(json.readValue(answer.body(), Days.class).days())
                    : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | JacksonException away) {
            log.info("event=vote_datasets_unknown cause={}", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
