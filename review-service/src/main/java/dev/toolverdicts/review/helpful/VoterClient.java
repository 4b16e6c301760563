package dev.toolverdicts.review.helpful;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the vote service which voter sent a request. It alone can read the voter cookie, and gives
/// one to who has none.
@Component
public class VoterClient {

    /// The tool does not matter: what is asked for is the voter.
    private static final String QUESTION = "/api/v1/votes?tools=any";

    private final HttpClient http;
    private final VoteQuerySettings settings;
    private final JsonMapper json;

    VoterClient(VoteQuerySettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    /// Call it outside a transaction: it waits for another service.
    ///
    /// @param cookies as the request had them
    /// @throws VoterUnknown when there is no answer in time
    /// @throws InvalidVoterCookie when the cookie is not one of this site
    public Voter voter(@Nullable String cookies) {
        try {
            return read(http.send(request(cookies), BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new VoterUnknown();
        } catch (IOException | JacksonException failure) {
            throw new VoterUnknown();
        }
    }

    private HttpRequest request(@Nullable String cookies) {
        URI question = settings.url().resolve(QUESTION);
        HttpRequest.Builder request = HttpRequest.newBuilder(question)
                .timeout(settings.timeout())
                .header(HttpHeaders.ACCEPT, "application/json");
        try {
            return (cookies == null ? request : request.header(HttpHeaders.COOKIE, cookies)).build();
        } catch (IllegalArgumentException unusable) {
            throw new InvalidVoterCookie(List.of());
        }
    }

    private Voter read(HttpResponse<String> answer) {
        List<String> cookies = answer.headers().allValues(HttpHeaders.SET_COOKIE);
        if (answer.statusCode() == HttpStatus.BAD_REQUEST.value()) {
            throw new InvalidVoterCookie(cookies);
        }
        String token = answer.statusCode() == HttpStatus.OK.value()
                ? json.readTree(answer.body()).path("formToken").asString("")
                : "";
        if (token.isEmpty()) {
            throw new VoterUnknown();
        }
        return new Voter(token, cookies);
    }
}
