package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.ObjectNode;

class ToolDeskIT extends RunningService {

    private static final String EDITOR = TestTokens.bearer("editor");
    private static final Pattern AREA = Pattern.compile("<textarea[^>]*\\sname=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]*\\sname=\"([^\"]+)\".*?<option value=\"([^\"]*)\" selected", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");

    private Api.Added tool;

    @BeforeEach
    void aTool() {
        tool = api.added(Draft.fresh());
    }

    private String path() {
        return "/desk/tools/" + tool.slug();
    }

    @ParameterizedTest
    @ValueSource(strings = {"critic", "operator", "newsletter", "moderator"})
    void onlyEditorsComeIn(String role) {
        for (String path : new String[] {"/desk/tools", path()}) {
            assertThat(api.get(path).status()).isEqualTo(401);
            assertThat(api.get(path, "Authorization", TestTokens.bearer(role)).status())
                    .isEqualTo(403);
            assertThat(api.getAsEditor(path).status()).isEqualTo(200);
        }
        assertThat(api.getAsEditor("/desk/tools/none").status()).isEqualTo(404);
    }

    @Test
    void theListFindsByName() {
        String name = api.getAsEditor(Api.path(tool.slug())).at("/name");

        assertThat(api.getAsEditor("/desk/tools?q=" + URLEncoder.encode(name.substring(8), UTF_8))
                        .text())
                .contains("href=\"" + path() + "\"", "<main id=\"main\"");
        assertThat(api.getAsEditor("/desk/tools?q=%00%25nothing").text()).contains("No tool has such a name.");
    }

    @Test
    void whatIsSentUnchangedChangesNothing() {
        var form = form(EDITOR);
        var before = written();

        assertThat(send(form, EDITOR).status()).isEqualTo(303);

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void tagsNobodyTouchedStayAsTheyAre() {
        tool = api.added(Draft.fresh()
                .with("tags", json.valueToTree(List.of("c++, rust", "a; b", "<i>&amp;", "\"quoted\"", "C# 🚢"))));
        var before = written();
        Map<String, String> form = form(EDITOR);
        form.put("tags", form.get("tags").replace("\n", "\r\n"));

        assertThat(send(form, EDITOR).status()).isEqualTo(303);

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aTagThatCannotBeKeptIsNamed() {
        Map<String, String> form = form(EDITOR);
        form.put("tags", "one\n\n" + "x".repeat(41));
        assertThat(send(form, EDITOR).text())
                .contains("id=\"tags-fault\"", "number 2 must have at most 40 characters", "x".repeat(41));
        form.put("tags", "1\n2\n3\n4\n5\n6");
        assertThat(send(form, EDITOR).text()).contains("id=\"tags-fault\"", "at most 5 texts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+999999999",
                "1E+9999999999",
                "1e400",
                "1e-400",
                "0E-999999999",
                "0E+999999999",
                "1000000000",
                "-1",
                "0.0000001",
                "NaN",
                "9,50",
                "0000000000000000000000000000001"
            })
    void aPriceThatIsNoneComesBackAsTyped(String amount) {
        Map<String, String> form = form(EDITOR);
        form.put("pricing.entryAmount", amount);
        form.put("summary", "Worth keeping.");

        Api.Answer answer = send(form, EDITOR);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text())
                .contains("id=\"pricing.entryAmount-fault\"", "value=\"" + amount + "\"", "Worth keeping.");
        assertThat(written().at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void anEditorChangesEveryField() {
        Map<String, String> form = form(EDITOR);
        form.put("tagline", "Said <i>better</i>");
        form.put("summary", "One line.\r\nAnother.");
        form.put("category", "agents");
        form.put("tags", "one\r\n two \r\n\r\n");
        form.put("status", "waitlist");
        form.put("pricing.text", "From $9.50/mo");
        form.put("pricing.model", "paid");
        form.put("pricing.entryAmount", "9.50");
        form.put("license.spdx", "");
        form.put("license.class", "proprietary");
        form.put("notFor", "");
        form.put("facts.price.verified", "yes");

        Api.Answer changed = send(form, EDITOR);

        assertThat(changed.status()).as(changed.text()).isEqualTo(303);
        assertThat(changed.header("Location")).endsWith(path());
        ObjectNode now = written();
        assertThat(now.at("/version").asLong()).isEqualTo(2);
        assertThat(now.at("/tagline").asString()).isEqualTo("Said <i>better</i>");
        assertThat(now.at("/summary").asString()).isEqualTo("One line.\nAnother.");
        assertThat(now.at("/tags").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(now.at("/pricing/entryAmount").decimalValue()).isEqualByComparingTo("9.50");
        assertThat(now.at("/pricing/capturedAt").asString())
                .isGreaterThan(Draft.yesterday().toString());
        assertThat(now.at("/license/spdx").isNull()).isTrue();
        assertThat(now.at("/notFor").isNull()).isTrue();
        assertThat(api.getAsEditor(path()).text())
                .contains("Said &lt;i&gt;better")
                .doesNotContain("<i>better");
    }

    @Test
    void whatCannotBeKeptComesBackWithTheReason() {
        Map<String, String> form = form(EDITOR);
        form.put("name", "");
        form.put("pricing.entryAmount", "twelve");
        form.put("summary", "Worth keeping.");

        Api.Answer answer = send(form, EDITOR);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "role=\"alert\"",
                        "id=\"name-fault\"",
                        "id=\"pricing.entryAmount-fault\"",
                        "value=\"twelve\"",
                        "Worth keeping.");
    }

    @Test
    void somebodyElsesChangeIsNotOverwrittenUnseen() {
        Map<String, String> form = form(EDITOR);
        String theirs = Draft.named(form.get("name")).with("tagline", "Theirs").json();
        assertThat(api.put(tool.slug(), "\"1\"", theirs).status()).isEqualTo(200);
        form.put("summary", "Mine.");

        Api.Answer refused = send(form, EDITOR);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.text()).contains("Mine.", "Somebody has changed this tool");
        form.put("version", "1\",\"*");
        assertThat(send(form, EDITOR).status()).isEqualTo(412);
    }

    @Test
    void anEditorSaysWhereAFactWasSeen() {
        Map<String, String> form = form(EDITOR);
        form.put("facts.license.sourceUrl", "https://elsewhere.example/licence");
        form.put("facts.license.verified", "yes");
        ObjectNode before = written();

        assertThat(send(form, EDITOR).status()).isEqualTo(303);

        ObjectNode now = written();
        assertThat(now.at("/facts/license/sourceUrl").asString()).isEqualTo("https://elsewhere.example/licence");
        assertThat(Instant.parse(now.at("/facts/license/verifiedAt").asString()))
                .isAfter(Instant.parse(before.at("/facts/license/verifiedAt").asString()));
        assertThat(now.at("/facts/license/capturedAt")).isEqualTo(before.at("/facts/license/capturedAt"));
        assertThat(now.at("/facts/status")).isEqualTo(before.at("/facts/status"));
        form = form(EDITOR);
        form.put("facts.license.sourceUrl", "javascript:alert(1)");
        assertThat(send(form, EDITOR).text()).contains("id=\"facts.license.sourceUrl-fault\"");
    }

    @Test
    void anEditorKeepsReleases() {
        var form = new LinkedHashMap<>(Map.of(
                "formToken",
                form(EDITOR).get("formToken"),
                "label",
                " 2.0 <b> ",
                "releasedOn",
                "soon",
                "sourceUrl",
                ""));

        Api.Answer refused = send("/releases", form, EDITOR);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("role=\"alert\"", "id=\"release-label-fault\"", "id=\"release-releasedOn-fault\"")
                .contains("value=\"soon\"")
                .doesNotContain("<b>");
        form.put("label", "2.0");
        form.put("releasedOn", "2026-11-01");
        assertThat(send("/releases", form, EDITOR).status()).isEqualTo(303);
        assertThat(api.getAsEditor(path()).text()).contains("aria-label=\"Remove 2.0\"");
        assertThat(written().at("/latestRelease/label").asString()).isEqualTo("2.0");

        form.put("formToken", "guess");
        assertThat(send("/releases", form, EDITOR).status()).isEqualTo(403);
        assertThat(send("/releases/remove", form, EDITOR).status()).isEqualTo(403);
        form.put("formToken", form(EDITOR).get("formToken"));
        assertThat(send("/releases/remove", form, EDITOR).status()).isEqualTo(303);
        assertThat(send("/releases/remove", form, EDITOR).status()).isEqualTo(404);
        assertThat(written().at("/latestRelease").isNull()).isTrue();
        assertThat(written().at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void theFormWarnsOfATwinAtTheSameDomain() {
        String domain = tool.toolId() + ".example";
        Api.Added one = api.added(Draft.fresh().with("websiteUrl", "https://" + domain));
        tool = api.added(Draft.fresh().with("websiteUrl", "https://www." + domain + "/other"));

        assertThat(api.getAsEditor(path()).text())
                .contains("Other tools have the same domain.", "href=\"/desk/tools/" + one.slug() + "\"");
    }

    @Test
    void anEditorTakesAToolDownAndShowsItAgain() {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("formToken", form(EDITOR).get("formToken")));
        form.put("reason", "Its <b>maker</b> asked for it.");

        assertThat(send("/take-down", form, EDITOR).status()).isEqualTo(303);
        assertThat(written().at("/takenDown/reason").asString()).isEqualTo("Its <b>maker</b> asked for it.");
        assertThat(api.getAsEditor(path()).text())
                .contains("Taken down since", "Its &lt;b&gt;maker", "Show it again", "Change the reason")
                .doesNotContain("<b>maker");
        String name = URLEncoder.encode(written().at("/name").asString(), UTF_8);
        assertThat(api.getAsEditor("/desk/tools?q=" + name).text()).contains("taken down");

        assertThat(send("/bring-back", form, EDITOR).status()).isEqualTo(303);
        assertThat(written().at("/takenDown").isNull()).isTrue();
        assertThat(api.getAsEditor(path()).text())
                .containsSubsequence("Everybody sees it.", "Shown again", "Taken down: Its &lt;b&gt;maker");
    }

    @Test
    void takingDownNeedsAReasonAndAFormOfThisSignIn() {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("formToken", form(EDITOR).get("formToken"), "reason", " "));

        Api.Answer blank = send("/take-down", form, EDITOR);
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.text()).contains("role=\"alert\"", "id=\"reason-fault\"");
        form.put("reason", "A reason");
        form.put("formToken", "guess");
        assertThat(send("/take-down", form, EDITOR).status()).isEqualTo(403);
        assertThat(send("/bring-back", form, EDITOR).status()).isEqualTo(403);
        assertThat(written().at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        Map<String, String> form = form(EDITOR);
        form.put("tagline", "Changed from elsewhere");
        form.put("formToken", "guess");

        assertThat(send(form, EDITOR).status()).isEqualTo(403);
        assertThat(written().at("/version").asLong()).isEqualTo(1);
    }

    /// Signed in with a browser, an access token may be replaced while the page is open.
    @Test
    void aPageOutlivesItsAccessToken() {
        String another = TestTokens.bearer("editor", "editor@example.org");
        Map<String, String> form = form(EDITOR, "X-Form-Key", "of-the-session");

        assertThat(send(form, another, "X-Form-Key", "of-another-session").status())
                .isEqualTo(403);
        assertThat(send(form, another).status()).isEqualTo(403);
        assertThat(send(form, another, "X-Form-Key", "of-the-session").status()).isEqualTo(303);
    }

    private ObjectNode written() {
        return (ObjectNode) api.getAsEditor(Api.path(tool.slug())).body();
    }

    /// The fields as a browser would send them back.
    private Map<String, String> form(String token, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = token;
        System.arraycopy(headers, 0, all, 2, headers.length);
        String html = api.get(path(), all).text();
        var form = new LinkedHashMap<String, String>();
        Pattern.compile("<input[^>]*>").matcher(html).results().forEach(input -> {
            Map<String, String> attributes = ATTRIBUTE
                    .matcher(input.group())
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, _) -> first));
            if (!"checkbox".equals(attributes.get("type"))) {
                form.put(attributes.get("name"), HtmlUtils.htmlUnescape(attributes.getOrDefault("value", "")));
            }
        });
        AREA.matcher(html).results().forEach(area -> form.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2))));
        Matcher select = SELECT.matcher(html);
        while (select.find()) {
            form.put(select.group(1), HtmlUtils.htmlUnescape(select.group(2)));
        }
        assertThat(form).hasSize(27);
        return form;
    }

    private Api.Answer send(Map<String, String> form, String token, String... headers) {
        return send("", form, token, headers);
    }

    private Api.Answer send(String button, Map<String, String> form, String token, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Authorization";
        all[1] = token;
        all[2] = "Content-Type";
        all[3] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 4, headers.length);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return api.send("POST", path() + button, BodyPublishers.ofString(body), all);
    }
}
