package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesIT extends ThroughTheGateway {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /                                          | catalog
            GET    | /tool/mistral-3b                           | catalog
            GET    | /tool/mistral-3b/alternatives              | catalog
            GET    | /tool/mistral-3b.md                        | catalog
            GET    | /search?q=a%20b                            | catalog
            GET    | /compare                                   | catalog
            GET    | /compare/a-vs-b                            | catalog
            HEAD   | /compare/a-vs-b                            | catalog
            GET    | /compare/a-vs-b-vs-c.csv                   | catalog
            GET    | /category/models                           | catalog
            GET    | /category/models/alternatives              | catalog
            GET    | /leaderboard                               | catalog
            GET    | /leaderboard/week/2026-W48                 | catalog
            GET    | /api/v1/leaderboards                       | catalog
            GET    | /api/v1/leaderboards/day/2026-11-24        | catalog
            GET    | /panel                                     | catalog
            GET    | /reviewer/builder                          | catalog
            GET    | /assets/site.css                           | catalog
            GET    | /badge/mistral-3b.svg                      | catalog
            GET    | /feeds/verdicts.atom                       | catalog
            GET    | /badge/mistral-3b                          | catalog
            GET    | /feeds                                     | catalog
            GET    | /feeds/changes.json                        | catalog
            GET    | /feeds/category/models.atom                | catalog
            GET    | /og/tool/mistral-3b.png?v=1                | catalog
            GET    | /developers                                | catalog
            GET    | /privacy                                   | catalog
            GET    | /terms                                     | catalog
            GET    | /contact                                   | catalog
            GET    | /sitemap.xml                               | catalog
            GET    | /sitemaps/tools-2.xml                      | catalog
            GET    | /sitemaps/weekly.xml                       | newsletter
            GET    | /robots.txt                                | catalog
            GET    | /llms.txt                                  | catalog
            GET    | /dataset                                   | catalog
            GET    | /dataset/index.json                        | catalog
            GET    | /dataset/2026-11-24/catalog/tools.csv.gz   | catalog
            GET    | /dataset/2026-11-24/votes/votes.ndjson.gz  | vote-query
            GET    | /dataset/votes                             | vote-query
            POST   | /mcp                                       | catalog
            GET    | /favicon.ico                               | catalog
            GET    | /api/v1/tools?q=a%20b&limit=2              | catalog
            POST   | /api/v1/tools                              | catalog
            GET    | /api/v1/tools/mistral-3b                   | catalog
            PUT    | /api/v1/tools/mistral-3b                   | catalog
            GET    | /api/v1/tools/mistral-3b/alternatives      | catalog
            PUT    | /api/v1/tools/mistral-3b/take-down         | catalog
            DELETE | /api/v1/tools/mistral-3b/take-down         | catalog
            GET    | /api/v1/tools/mistral-3b/history           | catalog
            GET    | /api/v1/tools/mistral-3b/releases          | catalog
            PUT    | /api/v1/tools/mistral-3b/releases/2.1      | catalog
            DELETE | /api/v1/tools/mistral-3b/releases/2.1      | catalog
            GET    | /api/v1/news?tool=mistral-3b               | catalog
            PUT    | /api/v1/news/sample                        | catalog
            DELETE | /api/v1/news/sample                        | catalog
            GET    | /api/v1/search?q=a%20b                     | catalog
            GET    | /api/v1/categories                         | catalog
            GET    | /api/v1/comparisons/a-vs-b                 | catalog
            GET    | /api/v1/tools/mistral-3b/reviews           | review
            GET    | /api/v1/tools/mistral-3b/reviews/builder   | review
            PUT    | /api/v1/tools/mistral-3b/reviews/builder   | review
            DELETE | /api/v1/tools/mistral-3b/reviews/builder   | review
            GET    | /api/v1/tools/mistral-3b/reviews/builder/revisions | review
            PUT    | /api/v1/tools/mistral-3b/reviews/builder/helpful | review
            DELETE | /api/v1/tools/mistral-3b/reviews/builder/helpful | review
            GET    | /tool/mistral-3b/reviews/builder           | review
            POST   | /tool/mistral-3b/reviews/builder/helpful   | review
            GET    | /api/v1/critics                            | review
            GET    | /api/v1/critics/builder                    | review
            GET    | /api/v1/critics/builder/statistics         | catalog
            GET    | /api/v1/tools/mistral-3b/assignment        | catalog
            GET    | /api/v1/duels/a-vs-b                       | vote-query
            PUT    | /api/v1/duels/a-vs-b                       | vote-query
            DELETE | /api/v1/duels/a-vs-b                       | vote-query
            POST   | /duel/a-vs-b                               | vote-query
            GET    | /api/v1/tools/mistral-3b/vote/reason       | vote-query
            PUT    | /api/v1/tools/mistral-3b/vote/reason       | vote-query
            DELETE | /api/v1/tools/mistral-3b/vote/reason       | vote-query
            POST   | /tool/mistral-3b/vote/reason               | vote-query
            PUT    | /api/v1/tools/mistral-3b/vote              | vote-accept
            DELETE | /api/v1/tools/mistral-3b/vote              | vote-accept
            POST   | /tool/mistral-3b/vote                      | vote-accept
            GET    | /api/v1/tools/mistral-3b/vote?after=r      | vote-query
            GET    | /api/v1/votes?tools=a,b                    | vote-query
            GET    | /api/v1/tools/mistral-3b/tally             | vote-query
            GET    | /api/v1/tools/mistral-3b/tally/why         | vote-query
            GET    | /api/v1/moderation/holds                   | vote-query
            POST   | /api/v1/moderation/rulings                 | vote-query
            GET    | /api/v1/tallies/stream?tools=a             | vote-query
            GET    | /api/v1/changes/stream?tools=a             | catalog
            GET    | /how-ranking-works                         | vote-query
            GET    | /tool/mistral-3b/votes                     | vote-query
            GET    | /my-votes                                  | vote-query
            POST   | /my-votes/delete                           | vote-query
            GET    | /api/v1/my-votes/export                    | vote-query
            DELETE | /api/v1/my-votes                           | vote-query
            GET    | /api/v1/ranking                            | vote-query
            POST   | /api/v1/newsletter/subscriptions           | newsletter
            POST   | /api/v1/newsletter/subscriptions/import    | newsletter
            POST   | /desk/newsletter/import                    | newsletter
            POST   | /api/v1/newsletter/bounces                 | newsletter
            GET    | /api/v1/newsletter/issues                  | newsletter
            POST   | /api/v1/newsletter/issues/1/approve        | newsletter
            GET    | /newsletter                                | newsletter
            GET    | /api/v1/newsletter/challenge               | newsletter
            GET    | /newsletter/confirm?token=t                | newsletter
            POST   | /newsletter/preferences/address?token=t    | newsletter
            POST   | /newsletter/erase?token=t                  | newsletter
            POST   | /newsletter/unsubscribe?token=t            | newsletter
            POST   | /newsletter/unfollow?token=t               | newsletter
            POST   | /api/v1/newsletter/follows                 | newsletter
            POST   | /api/v1/newsletter/webhooks/1/replay       | newsletter
            GET    | /api/v1/newsletter/webhooks/1/events?after=7 | newsletter
            POST   | /api/v1/newsletter/webhooks/1/secret       | newsletter
            GET    | /weekly                                    | newsletter
            GET    | /weekly/2026-W48                           | newsletter
            GET    | /weekly/2026-W48.md                        | newsletter
            GET    | /weekly.md                                 | newsletter
            GET    | /feeds/weekly.atom                         | newsletter
            GET    | /feeds/weekly.json                         | newsletter
            GET    | /desk/tools                                | catalog
            POST   | /desk/tools/a                              | catalog
            POST   | /desk/tools/a/take-down                    | catalog
            POST   | /desk/tools/a/bring-back                   | catalog
            POST   | /desk/tools/a/releases                     | catalog
            POST   | /desk/tools/a/releases/remove              | catalog
            GET    | /desk/reviews                              | review
            GET    | /desk/reviews/builder                      | review
            POST   | /desk/reviews/builder/a                    | review
            POST   | /desk/reviews/builder/a/withdraw           | review
            GET    | /desk/votes                                | vote-query
            GET    | /desk/votes/decisions                      | vote-query
            GET    | /desk/votes/reasons                        | vote-query
            POST   | /desk/votes/reasons/7                      | vote-query
            POST   | /desk/votes/a/b/decide                     | vote-query
            GET    | /desk/newsletter                           | newsletter
            GET    | /api/v1/operations/catalog/dead-letters    | catalog
            GET    | /api/v1/operations/review/audit            | review
            PUT    | /api/v1/operations/vote/switches/relay     | vote-count
            POST   | /api/v1/operations/newsletter/dead-letters/1/replay | newsletter
            GET    | /desk/operations/catalog                   | catalog
            GET    | /desk/operations/review/dead-letters       | review
            POST   | /desk/operations/vote/dead-letters/1/drop  | vote-count
            GET    | /desk/operations/newsletter/audit          | newsletter
            POST   | /desk/newsletter/1/approve                 | newsletter
            """)
    void everyAddressHasItsService(String method, String path, String service) {
        HttpResponse<String> answer = ask(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Backend")).startsWith(service);
        assertThat(asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo(method);
            assertThat(asked.uri()).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/api-docs",
        "GET, /actuator/env",
        "GET, /actuator/gateway/routes",
        "GET, /error",
        "GET, /api/v1/tools/a/b/c",
        "GET, /api/v2/tools",
        "GET, /compareX"
    })
    void whatIsNoPartOfTheSiteReachesNobody(String method, String path) {
        HttpResponse<String> answer = ask(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(asked()).isEmpty();
    }

    @Test
    void theOperatorsDeskBeginsWithTheCatalogs() {
        HttpResponse<String> answer = get("/desk/operations");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/desk/operations/catalog");
        assertThat(asked()).isEmpty();
    }

    @Test
    void theCopiesOfAServiceTakeTurns() {
        for (int i = 0; i < 10; i++) {
            get("/panel");
        }

        assertThat(CATALOG_1.asked()).hasSize(5);
        assertThat(CATALOG_2.asked()).hasSize(5);
    }

    @Test
    void theGatewayIsReadyWhateverTheServicesAre() {
        ALL.forEach(Backend::stop);

        HttpResponse<String> answer = get("/actuator/health/readiness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    private static List<Backend.Asked> asked() {
        List<Backend.Asked> all = new ArrayList<>();
        ALL.forEach(backend -> all.addAll(backend.asked()));
        return all;
    }
}
