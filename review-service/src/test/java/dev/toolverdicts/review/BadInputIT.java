package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.review;
import static dev.toolverdicts.review.Api.reviewPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT extends RunningService {

    private Tool tool;
    private String path;
    private String token;

    @BeforeEach
    void aKnownTool() {
        tool = catalog.knownTool("input-" + UUID.randomUUID());
        path = reviewPath(tool.slug(), "builder");
        token = TestTokens.critic("builder");
    }

    private void assertProblem(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/" + type);
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.at("/instance")).startsWith("/");
        assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", "jackson");
    }

    private void assertNothingStored() {
        assertThat(jdbc.sql("SELECT count(*) FROM review WHERE tool_id = :id")
                        .param("id", tool.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/verdict    | `\"verdict\": \"ship\"`           | `\"verdict\": \"mixed\"`",
                "/verdict    | `\"verdict\": \"ship\"`           | `\"verdict\": \"SHIP\"`",
                "/verdict    | `\"verdict\": \"ship\"`           | `\"verdict\": 1`",
                "/verdict    | `\"verdict\": \"ship\",`          | ` `",
                "/score      | `\"score\": 50`                   | `\"score\": 101`",
                "/score      | `\"score\": 50`                   | `\"score\": -1`",
                "/score      | `\"score\": 50`                   | `\"score\": 50.5`",
                "/score      | `\"score\": 50`                   | `\"score\": \"50\"`",
                "/score      | `\"score\": 50`                   | `\"score\": null`",
                "/score      | `\"score\": 50`                   | `\"score\": 99999999999999999999`",
                "/score      | `\"score\": 50`                   | `\"score\": 1e400`",
                "/body       | `\"Sample take.\"`                | `\"\"`",
                "/body       | `\"Sample take.\"`                | `\"  \\n \"`",
                "/body       | `\"Sample take.\"`                | `[\"Sample take.\"]`",
                "/body       | `\"Sample take.\"`                | `\"a\\u0000b\"`",
                "/body       | `\"Sample take.\"`                | `\"a\\u001bb\"`",
                "/body       | `\"Sample take.\"`                | `\"a\\u0085b\"`",
                "/body       | `\"Sample take.\"`                | `\"a\\ud800b\"`",
                "/handsOn    | `\"handsOn\": true`               | `\"handsOn\": \"true\"`",
                "/handsOn    | `\"handsOn\": true`               | `\"handsOn\": 1`",
                "/authorKind | `\"ai_persona\"`                  | `\"robot\"`",
                "/authorKind | `, \"authorKind\": \"ai_persona\"` | ` `"
            })
    void aFieldThatCannotBeAcceptedIsNamed(String pointer, String good, String bad) {
        String body = review("ship", 50);
        assertThat(body).contains(good);
        Api.Answer answer = api.put(path, token, body.replace(good, bad));

        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.body().get("errors").size()).isEqualTo(1);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail")).isNotEmpty();
        assertNothingStored();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Api.Answer answer = api.put(path, token, "{}");

        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("pointer").asString()))
                .containsExactlyInAnyOrder("/verdict", "/score", "/body", "/handsOn", "/authorKind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"ship\"", "7", "null"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(api.put(path, token, body).status()).isEqualTo(400);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"verdict\": \"ship\",}", "{} {}", "<review/>", "{\"score\": 1, \"score\": 2}"})
    void brokenJsonIsRefusedWithoutTellingOfTheInside(String body) {
        assertProblem(api.put(path, token, body), 400, "malformed-json");
    }

    @Test
    void deepNestingIsRefused() {
        assertProblem(api.put(path, token, "[".repeat(20_000)), 400, "malformed-json");
    }

    @Test
    void theLongestBodyIsTakenAndOneMoreCharacterIsNot() {
        String longest = review("ship", 50).replace("Sample take.", "🚢".repeat(5000));
        String tooLong = review("ship", 50).replace("Sample take.", "x".repeat(5001));

        assertThat(api.put(path, token, tooLong).at("/errors/0/detail")).contains("5001");
        assertThat(api.put(path, token, longest).status()).isEqualTo(201);
    }

    @Test
    void markupAndUnknownFieldsAreTakenAsTheyAre() {
        String body = review("ship", 50)
                .replace("Sample take.", "<script>alert(1)</script>\\r\\n**bold**")
                .replaceFirst("\\{", "{\"mood\": [1, {}],");

        assertThat(api.put(path, token, body).status()).isEqualTo(201);
        assertThat(api.get(path).at("/body")).isEqualTo("<script>alert(1)</script>\n**bold**");
    }

    @Test
    void aBodyOver64KiBIsRefusedWhetherAnnouncedOrNot() {
        byte[] large = new byte[70 * 1024];
        String[] headers = {"Authorization", token, "Content-Type", "application/json"};

        assertProblem(api.send("PUT", path, BodyPublishers.ofByteArray(large), headers), 413, "body-too-large");
        assertProblem(
                api.send("PUT", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), headers),
                413,
                "body-too-large");
    }

    @Test
    void anotherContentTypeIsRefused() {
        String body = review("ship", 50);
        assertProblem(
                api.send(
                        "PUT",
                        path,
                        BodyPublishers.ofString(body),
                        "Authorization",
                        token,
                        "Content-Type",
                        "text/plain"),
                415,
                "unsupported-media-type");
    }

    @Test
    void anAnswerNobodyCanReadIsRefused() {
        assertProblem(api.get("/api/v1/critics", "Accept", "text/html"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "a;b=c", "a%2Fb", "..%2f"})
    void anAddressWithForbiddenCharactersIsRefused(String slug) {
        Api.Answer answer = api.get("/api/v1/tools/" + slug + "/reviews");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/bad-request");
    }

    @Test
    void unknownToolsAndCriticsAreNotFound() {
        assertProblem(api.get(reviewPath("no-such-tool", "builder")), 404, "tool-not-found");
        assertProblem(api.get(reviewPath("No Such Tool".replace(" ", "%20"), "builder")), 404, "tool-not-found");
        assertProblem(api.get(reviewPath(tool.slug(), "optimist")), 404, "critic-not-found");
        assertProblem(
                api.put(reviewPath(tool.slug(), "optimist"), TestTokens.bearer("editor"), review("ship", 50)),
                404,
                "critic-not-found");
        assertProblem(api.get(path), 404, "review-not-found");
    }
}
