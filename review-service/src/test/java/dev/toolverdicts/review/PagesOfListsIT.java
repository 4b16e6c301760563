package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static dev.toolverdicts.review.Api.reviewsPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesOfListsIT extends RunningService {

    @Test
    void theVerdictsComeInPages() {
        String futurist = TestTokens.critic("futurist");
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Tool tool = catalog.knownTool("paged-" + UUID.randomUUID());
            api.review(tool.slug(), "futurist", futurist, "ship", 50);
            slugs.addFirst(tool.slug());
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/critics/futurist?limit=2";
        while (!next.isEmpty()) {
            Api.Answer page = api.get(next);
            page.body()
                    .get("verdicts")
                    .valueStream()
                    .forEach(verdict -> seen.add(verdict.at("/tool/slug").asString()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).startsWith(slugs.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(seen)
                .hasSize(api.get("/api/v1/critics/futurist")
                        .body()
                        .get("reviewed")
                        .intValue());
    }

    @Test
    void thePanelComesInPages() {
        Api.Answer first = api.get("/api/v1/critics?limit=5");
        Api.Answer second = api.get(next(first));

        assertThat(keys(first)).containsExactly("builder", "skeptic", "futurist", "founder", "creator");
        assertThat(keys(second)).containsExactly("analyst", "guardian");
        assertThat(next(second)).isEmpty();
        assertThat(second.at("/asOf")).isEqualTo(first.at("/asOf"));
        assertThat(next(api.get("/api/v1/critics?limit=7"))).isEmpty();
    }

    @Test
    void theReviewsOfAToolComeInPagesAndThePanelCountsThemAll() {
        Tool tool = catalog.knownTool("much-reviewed-" + UUID.randomUUID());
        for (String critic : List.of("guardian", "skeptic", "analyst", "builder")) {
            api.review(tool.slug(), critic, TestTokens.critic(critic), "ship", 60);
        }
        Api.Answer first = api.get(reviewsPath(tool.slug()) + "?limit=2");
        api.delete(reviewPath(tool.slug(), "skeptic"), TestTokens.critic("skeptic"));
        Api.Answer second = api.get(next(first));

        assertThat(first.body()
                        .at("/reviews")
                        .valueStream()
                        .map(review -> review.at("/critic/key").asString()))
                .containsExactly("builder", "skeptic");
        assertThat(first.at("/panel/ships")).isEqualTo("4");
        assertThat(second.body()
                        .at("/reviews")
                        .valueStream()
                        .map(review -> review.at("/critic/key").asString()))
                .containsExactly("analyst", "guardian");
        assertThat(second.at("/panel/ships")).isEqualTo("3");
        assertThat(next(second)).isEmpty();
    }

    private static List<String> keys(Api.Answer panel) {
        return panel.body()
                .get("critics")
                .valueStream()
                .map(critic -> critic.get("key").asString())
                .toList();
    }

    private static String next(Api.Answer page) {
        String link = page.header("Link");
        return link.isEmpty() ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "limit=", "cursor=", "cursor=bm90LW91cnM", "cursor=%C3%A9"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        String reviews = reviewsPath(
                catalog.knownTool("badly-paged-" + UUID.randomUUID()).slug());
        for (String path : List.of("/api/v1/critics/builder?", "/api/v1/critics?", reviews + "?")) {
            Api.Answer answer = api.get(path + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + query.substring(0, query.indexOf('=')));
        }
    }
}
