package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.duel.PairCounts;
import dev.toolverdicts.platform.telemetry.TraceParent;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the vote service for the visitor's own votes once, briefly. After a failure nobody asks for a
/// moment, so that a vote service that hangs costs one page the timeout and the others nothing.
@Component
class OwnVoteClient {

    private static final Logger log = LoggerFactory.getLogger(OwnVoteClient.class);
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /// More of them the vote service refuses.
    private static final int MOST_TOOLS = 100;

    /// So that the whole line stays below the 4 KiB that servers read of one.
    private static final int LONGEST_QUESTION = 3_500;

    private final HttpClient http;
    private final VoteQueryProperties settings;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicLong restUntil = new AtomicLong();

    OwnVoteClient(VoteQueryProperties settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    /// With what was said with the votes.
    ///
    /// @param duel the two tools of which the visitor's choice between them is asked as well
    OwnVotes votes(List<String> slugs, @Nullable String duel, @Nullable String cookies) {
        String said = tools(slugs) + "&said=true";
        return ask(duel == null ? said : said + "&duel=" + encoded(duel), cookies);
    }

    /// The votes alone, of as many of these tools as one question has room for.
    OwnVotes choices(List<String> slugs, @Nullable String cookies) {
        return ask(tools(slugs), cookies);
    }

    private OwnVotes ask(String query, @Nullable String cookies) {
        if (clock.millis() < restUntil.get()) {
            return OwnVotes.BLANK;
        }
        HttpRequest request;
        try {
            request = request(query, cookies, settings.timeout());
        } catch (IllegalArgumentException unusableCookie) {
            return OwnVotes.BLANK;
        }
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return read(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OwnVotes.BLANK;
        } catch (TimeoutException | ExecutionException | IOException | JacksonException failure) {
            answer.cancel(true);
            restUntil.set(clock.millis() + settings.restAfterFailure().toMillis());
            return OwnVotes.BLANK;
        }
    }

    /// Asks as a page does, with patience; what comes of it does not matter.
    void warmUp() {
        try {
            read(http.send(request(tools(List.of("warm-up")), null, WARM_UP), BodyHandlers.ofByteArray()));
            log.info("event=own_votes_warm");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | JacksonException notThereYet) {
            log.info("event=own_votes_cold cause={}", notThereYet.toString());
        }
    }

    private static String tools(List<String> slugs) {
        var tools = new StringBuilder();
        for (String slug : slugs.subList(0, Math.min(MOST_TOOLS, slugs.size()))) {
            String next = encoded(slug);
            if (tools.length() + next.length() > LONGEST_QUESTION) {
                break;
            }
            tools.append(tools.isEmpty() ? "" : ",").append(next);
        }
        return tools.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest request(String query, @Nullable String cookies, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url().resolve("/api/v1/votes?tools=" + query))
                .timeout(timeout)
                .header("Accept", "application/json");
        if (cookies != null) {
            request.header("Cookie", cookies);
        }
        String parent = TraceParent.current();
        if (parent != null) {
            request.header(TraceParent.HEADER, parent);
        }
        return request.GET().build();
    }

    private OwnVotes read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException("vote service answered " + answer.statusCode());
        }
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        if (answer.statusCode() != 200) {
            // One visitor's odd cookie, which the answer clears, must not blank the votes of all others.
            return OwnVotes.BLANK.with(cookies);
        }
        JsonNode body = json.readTree(answer.body());
        Map<String, OwnVotes.Own> votes = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : body.path("votes").properties()) {
            String choice = entry.getValue().path("choice").asString("");
            votes.put(
                    entry.getKey(),
                    new OwnVotes.Own(
                            choice.equals("ship") || choice.equals("skip") ? choice : null,
                            entry.getValue().path("counted").asBoolean(false),
                            said(body.path("said").path(entry.getKey()))));
        }
        return new OwnVotes(votes, body.path("formToken").asString(""), cookies, duel(body.path("duel")));
    }

    private static OwnVotes.Said said(JsonNode said) {
        return said.isObject()
                ? new OwnVotes.Said(text(said, "role"), text(said, "reason"), text(said, "reasonState"))
                : OwnVotes.Said.NOTHING;
    }

    private static @Nullable String text(JsonNode said, String field) {
        String text = said.path(field).asString("");
        return text.isEmpty() ? null : text;
    }

    private static OwnVotes.@Nullable Duel duel(JsonNode duel) {
        if (!duel.isObject()) {
            return null;
        }
        String winner = duel.path("winner").asString("");
        return new OwnVotes.Duel(
                Set.of("a", "b", "tie").contains(winner) ? winner : null,
                new PairCounts(
                        duel.path("winsA").asLong(0),
                        duel.path("winsB").asLong(0),
                        duel.path("ties").asLong(0)));
    }
}
