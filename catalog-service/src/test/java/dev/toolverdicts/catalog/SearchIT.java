package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;

class SearchIT extends RunningService {

    /// Ten letters that no other test has, since words with digits are never misspelt.
    private final String word = letters();

    @Autowired
    private Set<ScheduledTaskHolder> scheduled;

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 10)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
                .reduce("", String::concat);
    }

    private JsonNode search(String q, String more) {
        Api.Answer answer = api.get("/api/v1/search?q=" + URLEncoder.encode(q, UTF_8) + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> slugs(JsonNode answer) {
        return answer.get("tools")
                .valueStream()
                .map(tool -> tool.get("slug").asString())
                .toList();
    }

    private List<String> found(String q) {
        return slugs(search(q, ""));
    }

    @Test
    void aToolIsFoundByNameSiteTagAndTagline() {
        String site = letters();
        String tag = letters();
        String tagline = letters();
        String slug = api.added(Draft.named("Name " + word)
                        .with("websiteUrl", "https://www." + site + ".example/path/no" + word)
                        .with("tags", json.valueToTree(List.of("Has " + tag)))
                        .with("tagline", "Makes a " + tagline + " of it"))
                .slug();

        for (String q : List.of(word, site, site + ".example", tag, tagline, tagline + " " + word + " " + tag)) {
            assertThat(found(q)).as(q).containsExactly(slug);
        }
        assertThat(search(word, "").get("match").asString()).isEqualTo("as_typed");
        assertThat(found("path/no" + word)).isEmpty();
        assertThat(found("has " + tag + " makes"))
                .as("all words, wherever they are")
                .containsExactly(slug);
        assertThat(found(word + " " + letters())).isEmpty();
    }

    @Test
    void anEnglishWordIsFoundInItsOtherForms() {
        String slug = api.added(Draft.fresh().with("tagline", "Edits the images of " + word))
                .slug();

        assertThat(found(word + " image editing")).containsExactly(slug);
        assertThat(found("an image of the " + word))
                .as("small words do not count")
                .containsExactly(slug);
    }

    @Test
    void aPartOfAWordIsEnough() {
        String slug = api.added(Draft.named(word + " 3B")).slug();

        assertThat(found(word.substring(2, 8))).containsExactly(slug);
        // Shorter ones are in some other test's names, too.
        assertThat(found("3b " + word.substring(0, 7))).containsExactly(slug);
    }

    static final List<Arguments> SLIPS = List.of(
            slip("missing", word -> word.substring(0, 4) + word.substring(5)),
            slip("twice", word -> word.substring(0, 4) + word.charAt(3) + word.substring(4)),
            slip("wrong", word -> word.substring(0, 4) + "z" + word.substring(5)),
            slip("swapped in front", word -> "" + word.charAt(1) + word.charAt(0) + word.substring(2)),
            slip("swapped", word -> word.substring(0, 4) + word.charAt(5) + word.charAt(4) + word.substring(6)));

    private static Arguments slip(String kind, UnaryOperator<String> spoilt) {
        return Arguments.of(kind, spoilt);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SLIPS")
    void aSlipIsForgiven(String kind, UnaryOperator<String> spoilt) {
        // No two neighbours alike, or swapping them would be no slip.
        String name = "ab" + word.replaceAll("(.)\\1+", "$1").replaceAll("^[ab]+", "") + "kq";
        String slug = api.added(Draft.named(name + " Seven")).slug();
        JsonNode answer = search(spoilt.apply(name), "");

        assertThat(slugs(answer)).as(spoilt.apply(name)).startsWith(slug);
        assertThat(answer.get("match").asString()).as(kind).isEqualTo("close");
        assertThat(found(spoilt.apply(name) + " seven")).startsWith(slug);
        assertThat(api.get("/api/v1/tools?q=" + spoilt.apply(name)).at("/tools/0/slug"))
                .isEqualTo(slug);
    }

    @Test
    void whatIsExactIsNotWateredDown() {
        String exact = api.added(Draft.named(word + "ade")).slug();
        String close = api.added(Draft.named(word + "ode")).slug();

        assertThat(found(word + "ade")).containsExactly(exact);
        assertThat(found(word + "aade")).contains(exact, close);
    }

    @Test
    void aNumberIsMeantAsItIsTyped() {
        String slug = api.added(Draft.named(word + " 1234567")).slug();

        assertThat(found(word + " 1234567")).containsExactly(slug);
        assertThat(found(word + " 1234576")).isEmpty();
        assertThat(found(word + "1234567")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ÉCLAIR, eclair",
        "Éclair, éclair",
        "eclair, ÉCLAIR",
        "ﬁne tune, FINE",
        "Ｗｉｄｅ, wide",
        "Straße, STRASSE",
        "ЁЛКА, елка",
        "模型工具, 模型",
        "Rocket 🚀🚀, 🚀🚀"
    })
    void caseAccentsAndWidthsDoNotMatter(String name, String typed) {
        String slug = api.added(Draft.named(name + " " + word)).slug();

        assertThat(found(typed + " " + word)).containsExactly(slug);
        assertThat(slugs(search(typed, "&limit=100"))).contains(slug);
    }

    @Test
    void signsOfPatternsAreSignsLikeOthers() {
        String percent = api.added(Draft.named("Cent " + word).with("tagline", "100% of it"))
                .slug();
        String plain = api.added(Draft.named("Sent " + word).with("tagline", "1000 of it"))
                .slug();

        assertThat(found(word)).containsExactlyInAnyOrder(percent, plain);
        assertThat(found("100% " + word)).containsExactly(percent);
        assertThat(found("100％ " + word)).as("wide").containsExactly(percent);
        assertThat(found("10_% " + word)).isEmpty();
        assertThat(found("_ent " + word)).isEmpty();
        assertThat(found("\\ " + word)).as("no word").containsExactlyInAnyOrder(percent, plain);
    }

    static Stream<String> oddWords() {
        return Stream.of(
                "%",
                "_",
                "\\",
                "'",
                "''; DROP TABLE tool_search; --",
                "\" OR \"1\"=\"1",
                "a & b | !c <-> (d:*)",
                "-nothing",
                "\"open quote",
                ":text :word0 ?",
                "$1 ${x} #{1}",
                "<script>alert(1)</script>",
                "the of and",
                "🚀",
                "é\u0301\u0301\u0301",
                "\u202e\u200b",
                "{\"json\": [1]}",
                "a b c d e f g h i j k l",
                "x".repeat(200),
                "abcdefgh ".repeat(22).strip(),
                "ﷺ".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("oddWords")
    void whateverIsTypedIsLookedForAndNothingElse(String q) {
        search(q, "");
        assertThat(api.get("/api/v1/tools?q=" + URLEncoder.encode(q, UTF_8)).status())
                .isEqualTo(200);
        Api.Answer page = api.get("/search?q=" + URLEncoder.encode(q, UTF_8), "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("<script>alert");
        assertThat(jdbc.sql("SELECT count(*) FROM tool_search")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "q=%00, /q",
        "q=a%0Ab, /q",
        "minVotes=-1, /minVotes",
        "minVotes=many, /minVotes",
        "minVotes=1234567890, /minVotes",
        "sort=best, /sort",
        "verdict=SHIP, /verdict",
        "entry=free, /entry",
        "licenseClass=open, /licenseClass",
        "limit=0, /limit",
        "cursor=nonsense, /cursor"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String query, String pointer) {
        for (String path : List.of("/api/v1/search?", "/api/v1/tools?")) {
            Api.Answer answer = api.get(path + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.at("/type")).endsWith("/invalid-input");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "verdict=great, /verdict, 'mixed, pending, ship, skip'",
        "sort=best, /sort, 'community, match, newest, panel, trending'",
        "category=no-such, /category, 'developer-tools'"
    })
    void aWordThatIsNoneIsRefusedWithThoseThatAre(String query, String pointer, String words) {
        Api.Answer answer = api.get("/api/v1/search?q=agent&" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail")).startsWith("must be one of ").contains(words);
        Api.Answer page = api.get("/search?q=agent&" + query, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Left out, since nothing here is called that: ");
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        for (String path : List.of("/api/v1/search?q=", "/api/v1/tools?q=")) {
            assertThat(api.get(path + URLEncoder.encode("🚀".repeat(200), UTF_8))
                            .status())
                    .isEqualTo(200);
            assertThat(api.get(path + URLEncoder.encode("🚀".repeat(201), UTF_8))
                            .at("/errors/0/pointer"))
                    .isEqualTo("/q");
        }
        assertThat(api.get("/api/v1/search?q=" + "x".repeat(201)).at("/errors/0/pointer"))
                .isEqualTo("/q");
        Api.Answer page = api.get("/search?q=" + URLEncoder.encode("🚀".repeat(300), UTF_8), "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("🚀".repeat(200) + "”").doesNotContain("🚀".repeat(201));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=%00", "category=%00", "category=no-such", "verdict=x", "minVotes=x", "sort=x", "cursor=x"})
    void aPageTakesWhatMakesNoSenseAsNotChosen(String query) {
        Api.Answer page = api.get("/search?" + query, "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Find a tool</h1>", "noindex");
    }

    @Test
    void theNameItselfComesFirst() {
        String elsewhere =
                api.added(Draft.fresh().with("tagline", "Not " + word)).slug();
        String inside = api.added(Draft.named("The " + word)).slug();
        String front = api.added(Draft.named(word + " Pro")).slug();
        String name = api.added(Draft.named(word)).slug();
        api.added(Draft.fresh());

        assertThat(found(word)).containsExactly(name, front, inside, elsewhere);
        assertThat(slugs(search(word, "&sort=newest"))).containsExactly(name, front, inside, elsewhere);
        String later = api.added(Draft.named("Later " + word)).slug();
        assertThat(found(word)).containsExactly(name, front, later, inside, elsewhere);
        assertThat(slugs(search(word, "&sort=newest")).getFirst()).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=newest", "&sort=panel", "&sort=community", "&sort=trending"})
    void pagesHoldEveryHitOnce(String sort) {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> api.added(Draft.named(word + " " + i)).slug())
                .toList();
        for (String q : List.of(word, word.substring(0, 5) + "z" + word.substring(6))) {
            List<String> read = new ArrayList<>();
            String next = "/api/v1/search?limit=2&q=" + q + sort;
            while (!next.isEmpty()) {
                Api.Answer page = api.get(next);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
                assertThat(page.body().get("total").asInt()).isEqualTo(5);
                read.addAll(slugs(page.body()));
                String link = page.header("Link");
                next = link.isEmpty() ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
            }
            assertThat(read).as(q).containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void facetsSayWhatChoosingDifferentlyLeadsTo() {
        Api.Added voted = api.added(Draft.named(word + " Voted").with("category", "audio"));
        api.added(Draft.named(word + " Paid")
                .with("pricing.model", "paid")
                .with("pricing.entryAmount", json.valueToTree(10))
                .with("license.class", "proprietary")
                .with("license.spdx", (String) null));
        api.added(Draft.named(word + " Open"));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(voted.toolId(), 5));
        others.awaitApplied("catalog-card-tallies", others.tally(voted.toolId(), 1, 20, 5));

        JsonNode all = search(word, "");
        assertThat(all.at("/facets/category").toString())
                .isEqualTo("[{\"value\":\"developer-tools\",\"tools\":2},{\"value\":\"audio\",\"tools\":1}]");
        assertThat(all.at("/facets/verdict").toString())
                .isEqualTo("[{\"value\":\"pending\",\"tools\":2},{\"value\":\"ship\",\"tools\":1}]");
        assertThat(all.at("/facets/minVotes").toString())
                .isEqualTo("[{\"value\":1,\"tools\":1},{\"value\":5,\"tools\":1},{\"value\":20,\"tools\":1}]");
        JsonNode audio = search(word, "&category=audio");
        assertThat(slugs(audio)).containsExactly(voted.slug());
        assertThat(audio.get("total").asInt()).isEqualTo(1);
        assertThat(audio.at("/facets/category")).isEqualTo(all.at("/facets/category"));
        assertThat(audio.at("/facets/entry").toString()).isEqualTo("[{\"value\":\"Free\",\"tools\":1}]");
        assertThat(slugs(search(word, "&minVotes=25"))).containsExactly(voted.slug());
        JsonNode tooMany = search(word, "&minVotes=26");
        assertThat(slugs(tooMany)).isEmpty();
        assertThat(tooMany.get("total").asInt()).isZero();
        assertThat(tooMany.get("match").asString()).isEqualTo("as_typed");
        assertThat(tooMany.get("nearest")).isEmpty();
        assertThat(slugs(search(word, "&licenseClass=proprietary&entry=Paid"))).hasSize(1);
    }

    @Test
    void anEmptyListOffersTheNearestNames() {
        String slug = api.added(Draft.named(word)).slug();
        JsonNode answer = search(word.substring(0, 6) + "zzzzzz99", "");

        assertThat(answer.get("match").asString()).isEqualTo("none");
        assertThat(slugs(answer)).isEmpty();
        assertThat(answer.at("/nearest/0/slug").asString()).isEqualTo(slug);
        assertThat(answer.at("/nearest/0/name").asString()).isEqualTo(word);
        assertThat(answer.get("nearest").size()).isLessThanOrEqualTo(3);
        assertThat(search(word, "").get("nearest")).isEmpty();
        assertThat(api.get("/search?q=" + word.substring(0, 6) + "zzzzzz99", "Accept", "text/html")
                        .text())
                .contains("Perhaps you meant", "/tool/" + slug);
    }

    /// Names beside them that share as many trigrams with what was typed.
    @ParameterizedTest
    @CsvSource({
        "Cursor, Custom Helper, cusror",
        "Cursor, Custom Helper, kursor",
        "Claude Code, Cloud Coach, claud cdoe",
        "Claude Code, Cloud Coach, clade cde",
        "Midjourney, Middle Journal, midjurney",
        "Perplexity, Perfect Complex, perplexty",
        "Perplexity, Perfect Complex, preplexitty"
    })
    void aMisspeltNameIsGuessed(String name, String beside, String typed) {
        there(beside);
        there(name);
        JsonNode answer = search(typed, "&category=audio");

        assertThat(answer.get("match").asString()).isIn("close", "none");
        List<String> names = answer.get("nearest")
                .valueStream()
                .map(near -> near.get("name").asString())
                .filter(near -> !near.startsWith("Sample ")) // other tests' names are letters at random
                .toList();
        assertThat(names).hasSizeBetween(1, 3).startsWith(name);
        assertThat(search(name, "").get("nearest")).as("nobody has to guess").isEmpty();
    }

    private void there(String name) {
        assertThat(api.post(Draft.named(name).json()).status()).isIn(201, 409);
        await().untilAsserted(() ->
                assertThat(search(name, "").get("match").asString()).isEqualTo("as_typed"));
    }

    @Test
    void anAddressThatIsMisspeltLeadsToTheNearestTool() {
        String slug = api.added(Draft.named(word)).slug();
        Api.Answer page = api.get("/tool/" + word.substring(0, 4) + word.substring(5), "Accept", "text/html");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("/tool/" + slug);
    }

    @Test
    void aToolIsFoundByWhatItIsCalledNow() {
        Draft draft = Draft.named("Old " + word);
        Api.Added tool = api.added(draft);
        String other = letters();
        assertThat(api.put(
                                tool.slug(),
                                tool.etag(),
                                draft.with("name", "New " + other).json())
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(found("new " + other)).containsExactly(tool.slug()));
        assertThat(found("old " + word)).isEmpty();
    }

    @Test
    void whatAnOlderCopyWroteIsCaughtUpWith() {
        var minute = OnceAMinute.of(scheduled, "ToolSearchService");
        Api.Added tool = api.added(Draft.named(word));
        jdbc.sql("""
                        UPDATE tool_card SET tool_version = 2, tool = jsonb_set(tool, '{tagline}', '"Now %1$sx"')
                        WHERE tool_id = '%2$s'
                        """.formatted(word, tool.toolId())).update();
        assertThat(search(word + "x", "").get("match").asString()).isNotEqualTo("as_typed");

        minute.passes();

        assertThat(found(word + "x")).containsExactly(tool.slug());
    }

    @Test
    void withoutWordsAllToolsAreThereTheNewestFirst() {
        String slug = api.added(Draft.fresh()).slug();
        JsonNode answer = api.get("/api/v1/search?limit=1").body();

        assertThat(answer.get("match").asString()).isEqualTo("all");
        assertThat(slugs(answer)).containsExactly(slug);
        assertThat(answer.get("total").asLong())
                .isEqualTo(jdbc.sql("SELECT count(*) FROM tool_card WHERE tool IS NOT NULL")
                        .query(Long.class)
                        .single());
        assertThat(api.get("/api/v1/search?limit=1&sort=match").status()).isEqualTo(200);
        Api.Answer again = api.get("/api/v1/search?limit=1");
        assertThat(api.get("/api/v1/search?limit=1", "If-None-Match", again.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aSynonymOfACategoryIsItOnThePage() {
        api.added(Draft.named(word).with("category", "audio"));
        api.added(Draft.named(word + " other"));

        assertThat(api.get("/search?category=voice&q=" + word, "Accept", "text/html")
                        .text())
                .contains("<p class=\"lead\" role=\"status\">1 tool.</p>")
                .contains("aria-current=\"true\">Audio</a>");
    }
}
