package dev.toolverdicts.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The operator's API and desk as every service with servlets has them.
class OperationsIT extends RunningService {

    private static final String API = "/api/v1/operations/review";
    private static final String DESK = "/desk/operations/review";
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private final String operator = TestTokens.bearer("operator");
    private final Tool tool = new Tool(UUID.randomUUID(), "operated-" + UUID.randomUUID());

    @Test
    void aPoisonedToolIsFoundRepairedAndReplayedOnce() {
        byte[] right = catalog.value(tool, 3, "Operated", List.of());
        long id = poisoned("{");

        Api.Answer letter = get(API + "/dead-letters/" + id);
        assertThat(letter.status()).isEqualTo(200);
        assertThat(letter.header("ETag")).startsWith("\"");
        assertThat(letter.at("/consumer")).isEqualTo("review-known-tools-2");
        assertThat(letter.at("/value/hex")).isEqualTo("7b");
        assertThat(letter.at("/cause")).contains("is not JSON");

        Api.Answer refused = post(API + "/dead-letters/" + id + "/replay", "{\"reason\": \"try\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).endsWith("/still-refused");
        assertThat(refused.at("/detail")).contains("is not JSON");

        String repair = "{\"reason\": \"a test\", \"valueHex\": \"%s\"}"
                .formatted(HexFormat.of().formatHex(right));
        assertThat(post(API + "/dead-letters/" + id + "/replay", repair).at("/state"))
                .isEqualTo("replayed");
        assertThat(post(API + "/dead-letters/" + id + "/replay", repair).at("/state"))
                .isEqualTo("replayed");
        assertThat(catalog.isKnown(tool, 3)).isTrue();

        Api.Answer other = post(API + "/dead-letters/" + id + "/replay", "{\"reason\": \"a test\", \"value\": \"{}\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/type")).endsWith("/already-decided");
        assertThat(get(API + "/audit?limit=1").body().path("entries").size()).isEqualTo(1);
        assertThat(get(API + "/audit?limit=1").header("Link")).contains("rel=\"next\"", API + "/audit?");
    }

    @Test
    void whatIsWrongWithAnOrderIsSaid() {
        long id = poisoned("[]");
        String replay = API + "/dead-letters/" + id + "/replay";

        assertThat(post(replay, "{}").at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(post(replay, "{\"reason\": \" \"}").at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(post(replay, "[]").at("/type")).endsWith("/invalid-input");
        assertThat(post(replay, "{").at("/type")).endsWith("/malformed-json");
        assertThat(post(replay, "{\"reason\": \"r\", \"valueHex\": \"xyz\"}").at("/errors/0/pointer"))
                .isEqualTo("/valueHex");
        assertThat(api.put(API + "/switches/relay", operator, "{\"paused\": true, \"reason\": \"r\", \"ids\": [1]}")
                        .at("/errors/0/pointer"))
                .as("no word of a pause")
                .isEqualTo("/ids");
        assertThat(get(API + "/dead-letters/0").at("/type")).endsWith("/dead-letter-not-found");
        assertThat(get(API + "/dead-letters/none").status()).isEqualTo(404);
        assertThat(get(API + "/dead-letters?state=lost").at("/errors/0/pointer"))
                .isEqualTo("/state");
        assertThat(get(API + "/dead-letters?cursor=***").at("/errors/0/pointer"))
                .isEqualTo("/cursor");
        assertThat(api.put(API + "/switches/nobody", operator, "{\"paused\": true, \"reason\": \"r\"}")
                        .at("/type"))
                .endsWith("/switch-not-found");
    }

    @Test
    void listsGoOnWhereThePageBeforeEnded() {
        poisoned("1");
        poisoned("2");

        Api.Answer first = get(API + "/dead-letters?state=waiting&limit=1");
        String next = first.header("Link").replaceFirst("^<([^>]+)>.*", "$1");
        Api.Answer second = get(next);

        assertThat(first.body().path("deadLetters").size()).isEqualTo(1);
        assertThat(second.at("/deadLetters/0/id")).isNotEqualTo(first.at("/deadLetters/0/id"));
        assertThat(second.body().has("asOf")).isTrue();
    }

    @Test
    void aPauseIsShownAndEnds() {
        String relay = API + "/switches/relay";

        assertThat(api.put(relay, operator, "{\"paused\": true, \"reason\": \"a test\"}")
                        .at("/paused"))
                .isEqualTo("true");
        await().untilAsserted(() -> assertThat(get("/actuator/health").at("/components/pauses/details/paused/0"))
                .isEqualTo("relay"));
        assertThat(api.get("/actuator/health").body().has("components")).isFalse();
        assertThat(get(DESK).text()).contains("relay: <strong>paused</strong>", "Resume relay");

        assertThat(api.put(relay, operator, "{\"paused\": false, \"reason\": \"a test\"}")
                        .at("/paused"))
                .isEqualTo("false");
        assertThat(get(API + "/switches").text()).contains("review-known-tools-2");
    }

    @Test
    void theDeskDoesTheSameForWhoHasReadThePage() {
        long id = poisoned("<b>no json</b>");
        String page = DESK + "/dead-letters/" + id;
        Api.Answer read = get(page);
        assertThat(read.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(read.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(read.text()).contains("&lt;b&gt;no json").doesNotContain("<b>no json", "<script", " style=");
        assertThat(get(DESK + "/dead-letters?state=waiting").text()).contains("/dead-letters/" + id + "\"");
        Matcher token = TOKEN.matcher(read.text());
        assertThat(token.find()).isTrue();

        assertThat(submit(page + "/drop", "reason=stale&formToken=made-up").status())
                .isEqualTo(403);
        Api.Answer noReason = submit(page + "/drop", "formToken=" + token.group(1));
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(noReason.text()).contains("role=\"alert\"", "reason is needed");
        Api.Answer still = submit(page + "/replay", "reason=r&value=%7B&formToken=" + token.group(1));
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.text()).contains("role=\"alert\"");

        String right = new String(catalog.value(tool, 1, "Operated", List.of()), UTF_8);
        Api.Answer done = submit(
                page + "/replay",
                "reason=a+test&value=%s&formToken=%s".formatted(URLEncoder.encode(right, UTF_8), token.group(1)));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo(page);
        assertThat(catalog.isKnown(tool, 1)).isTrue();
        assertThat(get(page).text()).contains("replayed", "a test").doesNotContain("Replay as it is");
        assertThat(get(DESK + "/audit").text()).contains("dead-letter:" + id);
    }

    @Test
    void aSwitchFormThatSaysNeitherChangesNothing() {
        Matcher token = TOKEN.matcher(get(DESK).text());
        assertThat(token.find()).isTrue();
        String relay = API + "/switches/relay";
        api.put(relay, operator, "{\"paused\": true, \"reason\": \"a test\"}");
        try {
            Api.Answer refused = submit(DESK + "/switches/relay", "reason=r&formToken=" + token.group(1));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("role=\"alert\"", "paused must be", "relay: <strong>paused</strong>");
        } finally {
            api.put(relay, operator, "{\"paused\": false, \"reason\": \"a test\"}");
        }
    }

    @Test
    void aNameThatTheDatabaseDoesNotTakeIsRefused() {
        for (String list : List.of(API + "/dead-letters?", DESK + "/dead-letters?")) {
            for (String field : List.of("consumer", "topic")) {
                Api.Answer refused = get(list + field + "=%00");
                assertThat(refused.status()).as(list + field).isEqualTo(400);
                assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + field);
            }
        }
        Api.Answer refused = post(API + "/dead-letters/replay", "{\"reason\": \"r\", \"consumer\": \"\\u0000\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/consumer");
    }

    @Test
    void aLetterHasOneAddressAndSaysWhenItIsOf() {
        long id = poisoned("3");

        Api.Answer read = get(API + "/dead-letters/" + id);
        assertThat(read.body().has("asOf")).isTrue();
        assertThat(read.header("ETag"))
                .isEqualTo(get(API + "/dead-letters/" + id).header("ETag"));
        for (String before : List.of("+", "0", "%D9%A0", "-")) {
            assertThat(get(API + "/dead-letters/" + before + id).status())
                    .as(before)
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyOperatorsMay() {
        for (String path : List.of(API + "/dead-letters", API + "/audit", DESK, DESK + "/dead-letters")) {
            assertThat(api.get(path).status()).as(path).isEqualTo(401);
            assertThat(api.get(path, "Authorization", TestTokens.bearer("editor"))
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
    }

    private long poisoned(String value) {
        String key = UUID.randomUUID().toString();
        catalog.publish(key, value.getBytes(UTF_8));
        return await().until(
                        () -> jdbc.sql("SELECT id FROM dead_letter WHERE record_key = :key")
                                .param("key", key.getBytes(UTF_8))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        id -> id > 0);
    }

    private Api.Answer get(String path) {
        return api.get(path, "Authorization", operator);
    }

    private Api.Answer post(String path, String json) {
        return api.send(
                "POST",
                path,
                BodyPublishers.ofString(json),
                "Authorization",
                operator,
                "Content-Type",
                "application/json");
    }

    private Api.Answer submit(String path, String form) {
        return api.send(
                "POST",
                path,
                BodyPublishers.ofString(form),
                "Authorization",
                operator,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
