package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT extends RunningService {

    private void assertProblem(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/" + type);
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.at("/instance")).startsWith("/");
        assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", "jackson");
    }

    private long tools() {
        return jdbc.sql("SELECT count(*) FROM tool").query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name                 | null",
                "name                 | 7",
                "name                 | `\"\"`",
                "name                 | `\"  \"`",
                "name                 | `[\"a\"]`",
                "name                 | `\"a\\u0000b\"`",
                "name                 | `\"a\\nb\"`",
                "name                 | `\"a\\ud800b\"`",
                "name                 | `\"a\\u202eb\"`",
                "tagline              | {}",
                "summary              | `\"a\\u0000b\"`",
                "summary              | `\"a\\u001bb\"`",
                "summary              | true",
                "category             | `\"no-such-category\"`",
                "category             | `{\"key\": \"audio\"}`",
                "category             | null",
                "tags                 | `\"coding\"`",
                "tags                 | `[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]`",
                "tags/0               | `[7]`",
                "tags/1               | `[\"a\", \"\\u0000\"]`",
                "websiteUrl           | `\"javascript:alert(1)\"`",
                "websiteUrl           | `\"ftp://sample.example\"`",
                "websiteUrl           | `\"sample.example\"`",
                "websiteUrl           | `\"https://\"`",
                "websiteUrl           | `\"https://user:secret@sample.example\"`",
                "websiteUrl           | `\"https://sample.example/a b\"`",
                "websiteUrl           | 7",
                "status               | `\"alive\"`",
                "status               | `\"ACTIVE\"`",
                "status               | 1",
                "pricing              | null",
                "pricing              | `\"Free\"`",
                "pricing.text         | null",
                "pricing.model        | `\"gratis\"`",
                "pricing.model        | null",
                "pricing.entryAmount  | -1",
                "pricing.entryAmount  | `\"20\"`",
                "pricing.entryAmount  | 1e400",
                "pricing.entryAmount  | 1e99",
                "pricing.entryAmount  | 1E+999999999",
                "pricing.entryAmount  | 1e-400",
                "pricing.entryAmount  | 0E-999999999",
                "pricing.entryAmount  | 0E+999999999",
                "pricing.entryAmount  | 1000000000",
                "pricing.entryAmount  | 0.99999999999999999999",
                "pricing.entryAmount  | 0.0000001",
                "pricing.entryAmount  | true",
                "pricing.currency     | `\"usd\"`",
                "pricing.currency     | `\"DOLLAR\"`",
                "pricing.currency     | 840",
                "pricing.period       | 30",
                "pricing.capturedAt   | `\"yesterday\"`",
                "pricing.capturedAt   | `\"2199-01-01T00:00:00Z\"`",
                "pricing.capturedAt   | 1700000000",
                "license              | []",
                "license.class        | `\"open\"`",
                "license.class        | null",
                "license.spdx         | 2",
                "bestFor              | `\"\"`",
                "bestFor              | `\"A sample tool\"`",
                "bestFor              | `\"a SAMPLE tool!\"`",
                "notFor               | `\"A sample tool\"`",
                "slug                 | `\"a-vs-b\"`",
                "slug                 | `\"vs\"`",
                "slug                 | `\"Capital\"`",
                "slug                 | `\"two--hyphens\"`",
                "slug                 | `\"-first\"`",
                "slug                 | `\"a/b\"`",
                "slug                 | `\"\"`",
                "slug                 | 7"
            })
    void aFieldThatCannotBeAcceptedIsNamed(String field, String value) {
        long before = tools();
        String whole = field.contains("/") ? field.substring(0, field.indexOf('/')) : field;
        Draft draft = Draft.fresh().with(whole, json.valueToTree("PLACE"));
        Api.Answer answer = api.post(draft.json().replace("\"PLACE\"", value));

        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.body().get("errors").size()).as(answer.text()).isEqualTo(1);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + field.replace('.', '/'));
        assertThat(answer.at("/errors/0/detail")).startsWith("must");
        assertThat(tools()).isEqualTo(before);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Api.Answer answer = api.post("{}");

        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/tagline", "/summary", "/category", "/pricing", "/license");
    }

    @ParameterizedTest
    @CsvSource({"name, 120", "tagline, 200", "summary, 4000", "bestFor, 300", "notFor, 300", "pricing.text, 200"})
    void theLongestTextIsTakenAndOneMoreCharacterIsNot(String field, int longest) {
        Draft draft = Draft.fresh();
        String text = (draft.name() + "x".repeat(longest)).substring(0, longest - 1);

        assertThat(api.post(draft.with(field, text + "xx").json()).at("/errors/0/detail"))
                .contains(Integer.toString(longest + 1));
        assertThat(api.post(draft.with(field, text + "🚢").json()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"999999999.999999, 999999999.999999", "1e2, 100", "0.10, 0.10", "0e0, 0", "20.0000000, 20"})
    void anAmountIsKeptAsItIs(String sent, String kept) {
        Draft draft = Draft.fresh().with("pricing.model", "paid").with("pricing.entryAmount", "PLACE");

        Api.Answer answer = api.post(draft.json().replace("\"PLACE\"", sent));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(new BigDecimal(api.getAsEditor(Api.path(answer.at("/slug"))).at("/pricing/entryAmount")))
                .isEqualByComparingTo(kept);
    }

    @Test
    void aPutIsCheckedLikeAPost() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);

        assertProblem(
                api.put(
                        tool.slug(),
                        "\"1\"",
                        draft.with("bestFor", "A sample tool").json()),
                400,
                "invalid-input");
        assertThat(api.getAsEditor(Api.path(tool.slug())).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"tool\"", "7", "null"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(api.post(body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\": \"a\",}", "{} {}", "<tool/>", "{\"name\": \"a\", \"name\": \"b\"}"})
    void brokenJsonIsRefusedWithoutTellingOfTheInside(String body) {
        assertProblem(api.post(body), 400, "malformed-json");
    }

    @Test
    void deepNestingIsRefused() {
        assertProblem(api.post("[".repeat(20_000)), 400, "malformed-json");
    }

    @Test
    void markupAndUnknownFieldsAreTakenAsTheyAre() {
        Draft draft = Draft.fresh()
                .with("summary", "<script>alert(1)</script>\r\n& more")
                .with("mood", "fine");
        Api.Answer answer = api.post(draft.json());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/summary")).isEqualTo("<script>alert(1)</script>\n& more");
    }

    @Test
    void aBodyOver64KiBIsRefusedWhetherAnnouncedOrNot() {
        byte[] large = new byte[70 * 1024];
        String[] headers = {"Authorization", TestTokens.bearer("editor"), "Content-Type", "application/json"};

        assertProblem(
                api.send("POST", "/api/v1/tools", BodyPublishers.ofByteArray(large), headers), 413, "body-too-large");
        assertProblem(
                api.send(
                        "POST",
                        "/api/v1/tools",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        headers),
                413,
                "body-too-large");
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertProblem(
                api.send(
                        "POST",
                        "/api/v1/tools",
                        BodyPublishers.ofString(Draft.fresh().json()),
                        "Authorization",
                        TestTokens.bearer("editor"),
                        "Content-Type",
                        "text/plain"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tools", "/api/v1/categories", "/api/v1/tools/some-tool"})
    void anAnswerNobodyCanReadIsRefused(String path) {
        assertProblem(api.get(path, "Accept", "text/html"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "a;b=c", "a%2Fb", "..%2f"})
    void anAddressWithForbiddenCharactersIsRefused(String slug) {
        Api.Answer answer = api.get(Api.path(slug));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anUnreadableIdempotencyKeyIsRefused(String key) {
        Api.Answer answer = api.post(Draft.fresh().json(), "Idempotency-Key", key);

        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEmpty();
        assertThat(answer.at("/errors/0/detail")).startsWith("the Idempotency-Key header must");
    }

    @Test
    void anIdempotencyKeyHasAtMost200Characters() {
        assertThat(api.post(Draft.fresh().json(), "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(201);
        assertProblem(api.post(Draft.fresh().json(), "Idempotency-Key", "k".repeat(201)), 400, "invalid-input");
    }

    @Test
    void aQueryThatIsNoTextIsRefused() {
        assertProblem(api.get("/api/v1/tools?q=%E4"), 400, "bad-request");
        assertThat(api.get("/category/models?sort=%E4").status()).isEqualTo(400);
    }
}
