package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Sample;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A part that is away costs what it gives, never another part's page: feature WEB-13.
@Order(Integer.MAX_VALUE - 1)
class OutageIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    private static final String AS_IT_WAS =
            "Our database cannot be reached just now. This page is as of <time datetime=\"20";

    private final Nemesis nemesis = new Nemesis();
    private final Visitor visitor = new Visitor().with("Accept", "text/html");
    private List<String> victims = List.of();

    @BeforeEach
    void allPagesAreThere() {
        await("every page is there")
                .atMost(SHOWN_WITHIN)
                .untilAsserted(() -> PublicPages.all().forEach(this::renders));
    }

    @AfterEach
    void allIsBack() {
        nemesis.awaitReady(victims);
    }

    private Nemesis.Frozen without(String process) {
        victims = List.of(process);
        return nemesis.keepDown(victims);
    }

    private String renders(String page) {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body()).as(page).contains("<main", "</html>");
        return answer.body();
    }

    private void saysToTryAgain(String page, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(page).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(page).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(page)
                .startsWith("text/html");
        assertThat(answer.body())
                .as(page)
                .contains("<main", "</html>")
                .containsIgnoringCase("try again")
                .doesNotContain("Exception", "127.0.0.1");
    }

    /// Every kind of page, with this service stopped.
    private void pagesOfTheOthersRenderAndItsOwnSayToTryAgain(String service) {
        PublicPages.without(service).forEach(this::renders);
        PublicPages.of(service).forEach(page -> saysToTryAgain(page, visitor.get(page)));
    }

    /// A service is stopped once, for all there is to see without it: until it is back takes longest.
    @Test
    void everyServiceIsStopped() {
        assertThat(PublicPages.services())
                .containsExactly("catalog-service", "newsletter-service", "review-service", "vote-service");
    }

    @Test
    void withoutTheCatalogPagesOfTheOthersRender() {
        try (var _ = without("catalog-service")) {
            pagesOfTheOthersRenderAndItsOwnSayToTryAgain("catalog-service");
        }
    }

    @Test
    void pagesRenderWithoutTheLog() {
        try (var _ = without("kafka")) {
            PublicPages.all().forEach(this::renders);
        }
    }

    @Test
    void whatProgramsReadIsThereWhenOnlyTheCatalogIs() {
        victims = PublicPages.services().stream()
                .filter(service -> !service.equals("catalog-service"))
                .toList();
        try (var _ = nemesis.keepDown(victims)) {
            for (String document : PublicPages.documents()) {
                assertThat(new Visitor().get(document).statusCode())
                        .as(document)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void withoutVotesTheLastTallyIsShownWithItsTime() {
        Visitor editor = Visitor.bearing(Stack.running().token("editor"));
        String slug = Sample.newTool(editor, "Outage " + System.nanoTime());
        await("a vote is taken")
                .atMost(SHOWN_WITHIN)
                .until(() -> new Visitor()
                                .put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}")
                                .statusCode()
                        == 202);
        List<String> pages = List.of("/tool/" + slug, Sample.comparePage(slug));
        String tally = "data-tally=\"" + slug + "\" data-ships=\"1\" data-skips=\"0\"";
        for (String page : pages) {
            await(page)
                    .atMost(SHOWN_WITHIN)
                    .until(() -> visitor.get(page).body().contains(tally));
        }

        try (var _ = without("vote-service")) {
            pagesOfTheOthersRenderAndItsOwnSayToTryAgain("vote-service");
            for (String page : pages) {
                assertThat(renders(page))
                        .as(page)
                        .contains(tally)
                        .containsPattern("Figures as of <time datetime=\"20[^\"]+\">[^<]+ UTC</time>");
            }
        }
    }

    @Test
    void withoutReviewsFactsAndTheLastVerdictAreShown() {
        List<String> pages = List.of("/tool/" + Sample.MISTRAL, Sample.SEED_PAGE);

        try (var _ = without("review-service")) {
            pagesOfTheOthersRenderAndItsOwnSayToTryAgain("review-service");
            for (String page : pages) {
                assertThat(renders(page))
                        .as(page)
                        .contains("Mistral 3B", "Entry", "Best for", "class=\"chip ship\"", "The Builder");
            }
        }
    }

    @Test
    void withoutTheNewsletterTheFormIsThereAndSaysToTryAgain() {
        try (var _ = without("newsletter-service")) {
            pagesOfTheOthersRenderAndItsOwnSayToTryAgain("newsletter-service");
            assertThat(renders("/")).contains("action=\"/newsletter/subscribe\"");

            HttpResponse<String> sent = visitor.submit(
                    "/newsletter/subscribe", Map.of("email", "reader@example.org", "source", "page:home"));

            saysToTryAgain("/newsletter/subscribe", sent);
        }
    }

    @Test
    void withoutTheDatabasePagesAreShownAsTheyWereAndThenLiveAgain() {
        victims = new ArrayList<>(List.of("postgres"));
        victims.addAll(PublicPages.services());
        try (var _ = nemesis.keepDown(List.of("postgres"))) {
            PublicPages.fromTheDatabase().forEach(this::showsWhatWas);
            List.of("/privacy", "/terms", "/contact", "/newsletter", "/how-ranking-works")
                    .forEach(this::renders);

            HttpResponse<String> unseen =
                    visitor.get("/tool/" + Sample.MISTRAL + "?nobody-has-looked-here=" + System.nanoTime());
            assertThat(unseen.statusCode()).isEqualTo(503);
            assertThat(unseen.body())
                    .contains("<main", "</html>", "Nothing is lost")
                    .doesNotContain("Exception", "SQL");
            HttpResponse<String> read = new Visitor().get("/api/v1/tools/" + Sample.MISTRAL);
            assertThat(read.statusCode()).isEqualTo(503);
            assertThat(read.headers().firstValue("Retry-After")).isPresent();
        }

        nemesis.awaitReady(victims);
        for (String page : PublicPages.fromTheDatabase()) {
            await(page)
                    .atMost(SHOWN_WITHIN)
                    .untilAsserted(() -> assertThat(renders(page)).as(page).doesNotContain(AS_IT_WAS));
        }
    }

    private void showsWhatWas(String page) {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body())
                .as(page)
                .contains("<main", "</html>", AS_IT_WAS)
                .doesNotContain("Exception", "SQL");
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(page)
                .contains("no-store");
    }
}
