package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CardListIT extends RunningService {

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private Api.Added tool(String kind, Draft draft) {
        return api.added(draft.with("name", kind + " " + word));
    }

    private List<String> names(String query) {
        return api.get("/api/v1/tools?q=" + word + query)
                .body()
                .get("tools")
                .valueStream()
                .map(card -> card.get("name").asString().split(" ", -1)[0])
                .toList();
    }

    @Test
    void cardsAreFilteredByWhatTheyShow() {
        tool("Open", Draft.fresh().with("tags", json.valueToTree(List.of("Offline first"))));
        tool(
                "Paid",
                Draft.fresh()
                        .with("category", "audio")
                        .with("pricing.model", "paid")
                        .with("pricing.entryAmount", json.valueToTree(10))
                        .with("license.class", "proprietary")
                        .with("license.spdx", (String) null));
        Api.Added shipped = tool("Shipped", Draft.fresh().with("license.class", "source_available"));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(shipped.toolId(), 5));

        assertThat(names("")).containsExactly("Shipped", "Paid", "Open");
        assertThat(names("&category=audio")).containsExactly("Paid");
        assertThat(names("&entry=Paid")).containsExactly("Paid");
        assertThat(names("&entry=Free")).containsExactly("Shipped", "Open");
        assertThat(names("&licenseClass=osi_open")).containsExactly("Open");
        assertThat(names("&licenseClass=source_available&verdict=ship")).containsExactly("Shipped");
        assertThat(names("&verdict=pending")).containsExactly("Paid", "Open");
        assertThat(names("&category=no-such-category")).isEmpty();
        assertThat(api.get("/api/v1/tools?q=oFFline+FIRST&limit=100").text()).contains("Open " + word);
    }

    @Test
    void anOrderGoesByItsFigures() {
        Api.Added all = tool("All", Draft.fresh());
        Api.Added most = tool("Most", Draft.fresh());
        tool("Unheard", Draft.fresh());
        others.awaitApplied("catalog-card-panels", others.unanimousPanel(all.toolId(), 5));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(most.toolId(), 5));
        others.awaitApplied("catalog-card-tallies", others.tally(most.toolId(), 1, 50, 2));

        assertThat(names("&sort=panel")).containsExactly("All", "Most", "Unheard");
        assertThat(names("&sort=community").getFirst()).isEqualTo("Most");
        assertThat(names("&sort=trending").getFirst()).isEqualTo("Most");
        assertThat(names("&sort=newest")).containsExactly("Unheard", "Most", "All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "panel", "community", "trending"})
    void pagesHoldEveryCardOnce(String sort) {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> tool("Page" + i, Draft.fresh()).slug())
                .toList();
        others.awaitApplied(
                "catalog-card-tallies",
                others.tally(api.getAsEditor(Api.path(made.get(2))).at("/toolId"), 1, 9, 1));
        List<String> read = new ArrayList<>();
        String next = "/api/v1/tools?limit=2&sort=" + sort + "&q=" + word;
        while (!next.isEmpty()) {
            Api.Answer page = api.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().get("tools").forEach(card -> read.add(card.get("slug").asString()));
            next = next(page);
            assertThat(next).isIn("", next).doesNotContain("http");
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void aListIsAskedAboutAndNotSentAgain() {
        tool("Kept", Draft.fresh());
        String path = "/api/v1/tools?q=" + word;
        Api.Answer list = api.get(path);

        assertThat(list.at("/asOf")).isEqualTo(list.at("/tools/0/asOf"));
        assertThat(api.get(path, "If-None-Match", list.header("ETag")).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit",
        "limit=101, /limit",
        "limit=ten, /limit",
        "sort=best, /sort",
        "verdict=SHIP, /verdict",
        "entry=free, /entry",
        "licenseClass=open, /licenseClass",
        "cursor=nonsense, /cursor",
        "cursor=%20, /cursor",
        "q=%00, /q",
        "category=a%00b, /category"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String query, String pointer) {
        Api.Answer answer = api.get("/api/v1/tools?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/type")).endsWith("/invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aToolMustHaveTheVotes() {
        Api.Added voted = tool("Voted", Draft.fresh());
        tool("Unheard", Draft.fresh());
        others.awaitApplied("catalog-card-tallies", others.tally(voted.toolId(), 1, 3, 1));

        assertThat(names("&minVotes=0")).containsExactly("Unheard", "Voted");
        assertThat(names("&minVotes=4")).containsExactly("Voted");
        assertThat(names("&minVotes=5")).isEmpty();
    }

    @Test
    void aCursorBelongsToItsOrder() {
        tool("One", Draft.fresh());
        tool("Two", Draft.fresh());
        String link = api.get("/api/v1/tools?limit=1&q=" + word).header("Link");
        String cursor = link.substring(link.indexOf("cursor=") + 7, link.indexOf('>'));

        assertThat(api.get("/api/v1/tools?limit=1&q=" + word + "&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/tools?limit=1&sort=panel&cursor=" + cursor).at("/errors/0/pointer"))
                .isEqualTo("/cursor");
    }

    @Test
    void categoriesAreAControlledListWithCounts() {
        long before = count("audio");
        tool("Counted", Draft.fresh().with("category", "audio"));
        Api.Answer list = api.get("/api/v1/categories");

        assertThat(count("audio")).isEqualTo(before + 1);
        assertThat(list.body()
                        .get("categories")
                        .valueStream()
                        .map(category -> category.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "Developer Tools",
                        "Model Runtime",
                        "Model Serving",
                        "Fine-tuning",
                        "Models",
                        "App Builders",
                        "Automation",
                        "AI Clients",
                        "Agents",
                        "Design & Creative",
                        "Audio",
                        "Research & Analysis");
        assertThat(list.at("/categories/2/parent")).isEqualTo("models");
        assertThat(list.at("/asOf")).endsWith("Z");
        assertThat(api.get("/api/v1/categories", "If-None-Match", list.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void categoriesComeInPages() {
        List<String> all = keys(api.get("/api/v1/categories"));
        Api.Answer first = api.get("/api/v1/categories?limit=5");
        Api.Answer second = api.get(next(first));
        Api.Answer third = api.get(next(second));

        assertThat(keys(first)).isEqualTo(all.subList(0, 5));
        assertThat(keys(second)).isEqualTo(all.subList(5, 10));
        assertThat(keys(third)).isEqualTo(all.subList(10, 12));
        assertThat(next(third)).isEmpty();
        assertThat(next(api.get("/api/v1/categories?limit=12"))).isEmpty();
    }

    private static List<String> keys(Api.Answer list) {
        return list.body()
                .get("categories")
                .valueStream()
                .map(category -> category.get("key").asString())
                .toList();
    }

    private static String next(Api.Answer page) {
        String link = page.header("Link");
        return link.isEmpty() ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
    }

    @ParameterizedTest
    @CsvSource({"limit=0, /limit", "limit=101, /limit", "limit=, /limit", "cursor=, /cursor", "cursor=nonsense, /cursor"
    })
    void aPageOfCategoriesThatMakesNoSenseIsRefused(String query, String pointer) {
        Api.Answer answer = api.get("/api/v1/categories?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private long count(String category) {
        return api.get("/api/v1/categories")
                .body()
                .get("categories")
                .valueStream()
                .filter(each -> each.get("key").asString().equals(category))
                .mapToLong(each -> each.get("tools").asLong())
                .sum();
    }

    @Test
    void aListOfCardsNamesWhatApiMdNames() {
        tool("Named", Draft.fresh());
        JsonNode list = api.get("/api/v1/tools?q=" + word).body();

        assertThat(list.propertyNames()).containsExactlyInAnyOrder("tools", "asOf");
        assertThat(list.at("/tools/0").propertyNames()).contains("slug", "panel", "community", "asOf");
    }
}
