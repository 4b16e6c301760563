package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;

class AlternativesIT extends RunningService {

    private final String own = UUID.randomUUID().toString();

    @Autowired
    private Set<ScheduledTaskHolder> scheduled;

    private OnceAMinute everyMinute;

    @BeforeEach
    void aMinute() {
        everyMinute = OnceAMinute.of(scheduled, "OpenedPairService");
    }

    private Api.Added tool(String name, String category, String... tags) {
        return api.added(
                Draft.named(name + " " + own).with("category", category).with("tags", json.valueToTree(List.of(tags))));
    }

    private List<JsonNode> alternatives(Api.Added tool) {
        Api.Answer answer = api.get(Api.path(tool.slug()) + "/alternatives");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().get("alternatives").valueStream().toList();
    }

    /// Those of this test, by the first word of their names.
    private List<String> names(Api.Added tool) {
        return alternatives(tool).stream()
                .map(each -> each.at("/tool/name").asString())
                .filter(name -> name.endsWith(own))
                .map(name -> name.replace(" " + own, ""))
                .toList();
    }

    /// Somebody whose browser shows the page.
    private void open(Api.Added a, Api.Added b, String... headers) {
        boolean inOrder = a.slug().compareTo(b.slug()) < 0;
        String path = "/compare/" + (inOrder ? a : b).slug() + "-vs-" + (inOrder ? b : a).slug();
        assertThat(api.get(path, headers).status()).isEqualTo(200);
    }

    @Test
    void theRuleOrdersByTagsThenOpeningsThenThePanel() {
        String cli = "Cli " + own.substring(0, 8);
        String local = "Local " + own.substring(0, 8);
        Api.Added tool = tool("Own", "audio", cli, local);
        Api.Added two = tool("Two", "audio", cli.toLowerCase(Locale.ROOT), local);
        Api.Added opened = tool("Opened", "audio", local);
        Api.Added shipped = tool("Shipped", "audio", local);
        Api.Added newest = tool("Newest", "audio", local);
        others.awaitApplied("catalog-card-panels", others.mixedPanel(shipped.toolId(), 5));
        open(tool, opened, "Sec-Fetch-Dest", "document", "Accept", "text/html");
        everyMinute.passes();

        assertThat(names(tool)).containsExactly("Two", "Opened", "Shipped", "Newest");
        JsonNode first = alternatives(tool).getFirst();
        assertThat(first.at("/sharedTags").toString())
                .isEqualTo(
                        json.writeValueAsString(List.of(cli.toLowerCase(Locale.ROOT), local.toLowerCase(Locale.ROOT))));
        assertThat(first.at("/sameCategory").asBoolean()).isTrue();
        assertThat(first.at("/openedTogether").asLong()).isZero();
        assertThat(alternatives(tool).get(1).at("/openedTogether").asLong()).isEqualTo(1);
        assertThat(names(two).getFirst()).isEqualTo("Own");
        assertThat(names(newest)).doesNotContain("Newest");
        Api.Answer page = api.get("/tool/" + tool.slug() + "/alternatives", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Alternatives to Own", "opened side by side 1 time; same category.");
    }

    @Test
    void anotherCategoryTakesTwoTags() {
        String cli = "cli " + own;
        String local = "local " + own;
        Api.Added tool = tool("Own", "audio", cli.substring(0, 30), local.substring(0, 30));
        tool("Half", "agents", cli.substring(0, 30));
        tool("Both", "agents", cli.substring(0, 30), local.substring(0, 30));

        assertThat(names(tool)).containsExactly("Both");
        assertThat(alternatives(tool).getFirst().at("/sameCategory").asBoolean())
                .isFalse();
    }

    @Test
    void aDiscontinuedToolIsNoAlternative() {
        Api.Added tool = tool("Own", "audio", "t" + own.substring(0, 20));
        Draft draft = Draft.named("Gone " + own)
                .with("category", "audio")
                .with("tags", json.valueToTree(List.of("t" + own.substring(0, 20))));
        Api.Added gone = api.added(draft);
        assertThat(names(tool)).containsExactly("Gone");

        assertThat(api.put(
                                gone.slug(),
                                gone.etag(),
                                draft.with("status", "discontinued").json())
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(names(tool)).isEmpty());
        assertThat(names(gone)).as("what has ended needs one").containsExactly("Own");
    }

    @Test
    void onlyWhatABrowserShowsSomebodyCountsAndOnceAMinute() {
        Api.Added tool = tool("Own", "audio");
        Api.Added other = tool("Other", "audio");
        open(tool, other);
        open(tool, other, "Sec-Fetch-Dest", "empty");
        open(tool, other, "Sec-Fetch-Dest", "document", "Sec-Purpose", "prefetch");
        everyMinute.passes();
        assertThat(together(tool)).isZero();

        for (int minute = 1; minute <= 2; minute++) {
            for (int i = 0; i < 3; i++) {
                open(tool, other, "Sec-Fetch-Dest", "document");
            }
            everyMinute.passes();
            assertThat(together(tool)).isEqualTo(minute);
        }
        everyMinute.passes();
        assertThat(together(tool)).isEqualTo(2);
    }

    @Test
    void openingsOfOldMonthsAreForgotten() {
        Api.Added tool = tool("Own", "audio");
        Api.Added other = tool("Other", "audio");
        jdbc.sql("""
                        INSERT INTO comparison_opened (tool_a, tool_b, month, minutes)
                        SELECT least(a, b), greatest(a, b),
                               date_trunc('month', now() AT TIME ZONE 'UTC') - interval '3 months', 9
                        FROM (VALUES (:a::uuid, :b::uuid)) AS pair (a, b)
                        """).param("a", tool.toolId()).param("b", other.toolId()).update();
        assertThat(together(tool)).isZero();

        open(tool, other, "Sec-Fetch-Dest", "document");
        everyMinute.passes();

        assertThat(jdbc.sql("SELECT count(*) FROM comparison_opened WHERE month < now() - interval '3 months'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(together(tool)).isEqualTo(1);
    }

    private long together(Api.Added tool) {
        return alternatives(tool).stream()
                .filter(each -> each.at("/tool/name").asString().endsWith(own))
                .mapToLong(each -> each.at("/openedTogether").asLong())
                .sum();
    }

    @Test
    void theListSaysItsRuleAndComesInPages() {
        Api.Added tool = tool("Own", "audio", "p" + own.substring(0, 20));
        tool("One", "audio", "p" + own.substring(0, 20));
        tool("Two", "audio", "p" + own.substring(0, 20));
        String path = Api.path(tool.slug()) + "/alternatives";
        Api.Answer first = api.get(path + "?limit=1");

        assertThat(first.at("/rule")).contains("same category", "tags", "side by side", "panel");
        assertThat(first.at("/slug")).isEqualTo(tool.slug());
        assertThat(first.at("/alternatives/0/tool/name")).isEqualTo("Two " + own);
        String link = first.header("Link");
        Api.Answer second = api.get(link.substring(1, link.indexOf('>')));
        assertThat(second.at("/alternatives/0/tool/name")).isEqualTo("One " + own);
        assertThat(api.get(path, "If-None-Match", api.get(path).header("ETag")).status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, /limit", "limit=x, /limit", "cursor=nonsense, /cursor"})
    void aParameterThatCannotBeAcceptedIsNamed(String query, String pointer) {
        Api.Answer answer = api.get(Api.path(tool("Own", "audio").slug()) + "/alternatives?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void otherAddressesLeadToItOrNowhere() {
        Draft draft = Draft.named("Before " + own).with("category", "audio");
        Api.Added tool = api.added(draft);
        String slug = "now-" + own;
        assertThat(api.put(tool.slug(), tool.etag(), draft.with("slug", slug).json())
                        .status())
                .isEqualTo(200);
        await().until(() -> api.get(Api.path(slug)).status() == 200);

        for (String start : List.of("/api/v1/tools/", "/tool/")) {
            Api.Answer moved = api.get(start + tool.slug() + "/alternatives");
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).endsWith(start + slug + "/alternatives");
        }
        Api.Answer none = api.get("/api/v1/tools/no-such-tool/alternatives");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.at("/type")).endsWith("/tool-not-found");
        assertThat(api.get("/tool/no-such-tool/alternatives", "Accept", "text/html")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/category/voice/alternatives").header("Location")).endsWith("/category/audio/alternatives");
        assertThat(api.get("/category/no-such/alternatives", "Accept", "text/html")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/category/audio/alternatives", "Accept", "text/html")
                        .text())
                .contains("Audio alternatives", "The rule of the order");
    }
}
