package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.test.RecordedTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnVoteTest {

    private static final String MISTRAL = "/tool/mistral-3b";
    private static final String PAIR = "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.AS_OF);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void theFormCarriesTheTokenAndTheWayBack() throws Exception {
        try (Site site = new Site(pages)) {
            assertThat(site.html("/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b"))
                    .contains("method=\"post\" action=\"/tool/mistral-3b/vote\"")
                    .contains("name=\"formToken\" value=\"signed-token\"")
                    .contains("name=\"back\" value=\"/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b\"")
                    .contains("name=\"choice\" value=\"ship\" aria-pressed=\"false\"")
                    .contains("name=\"choice\" value=\"none\" hidden=\"hidden\"");
        }
    }

    @Test
    void theOwnVoteShowsAtOnce() throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer =
                    "{\"votes\": {\"mistral-3b\": {\"choice\": \"ship\", \"counted\": true}}, \"formToken\": \"t\"}";
            String counted = site.html(MISTRAL);
            assertThat(Html.text(counted)).contains("You shipped it · counted", "Take it back");
            assertThat(counted)
                    .contains("value=\"ship\" aria-pressed=\"true\"", "value=\"skip\" aria-pressed=\"false\"")
                    .doesNotContain("value=\"none\" hidden");

            site.voteAnswer =
                    "{\"votes\": {\"mistral-3b\": {\"choice\": \"skip\", \"counted\": false}}, \"formToken\": \"t\"}";
            assertThat(Html.text(site.html(MISTRAL))).contains("You skipped it · being counted");
        }
    }

    @Test
    void whatIsKeptForAnOutageIsNobodys() throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer = """
                    {"votes": {"mistral-3b": {"choice": "ship", "counted": true}}, "formToken": "signed-token",
                     "duel": {"winner": "a", "winsA": 4, "winsB": 2, "ties": 1}}
                    """;
            for (String page : List.of(MISTRAL, "/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b")) {
                assertThat(site.html(page)).as(page).contains("signed-token", "You shipped it");
                assertThat(site.kept(page).get("page").toString())
                        .as(page)
                        .contains("Mistral 3B", "Your own vote is not at hand just now.")
                        .doesNotContain("signed-token", "You shipped it", "You would ship");
            }
        }
    }

    @Test
    void cookiesGoBothWaysAndThePageStaysPrivate() throws Exception {
        try (Site site = new Site(pages)) {
            MockHttpServletResponse answer = site.open(MISTRAL);
            assertThat(site.seenCookie).isEqualTo("voter=known");
            assertThat(answer.getHeaders("Set-Cookie")).contains("voter=fresh; Path=/; HttpOnly");
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        }
    }

    @Test
    void ofANewcomerNobodyIsAskedAndNoCookieIsGivenOut() throws Exception {
        try (Site site = new Site(pages)) {
            for (String page : List.of(MISTRAL, PAIR)) {
                MockHttpServletResponse answer = site.openAnew(page);

                assertThat(site.asked).as(page).hasValue(0);
                assertThat(answer.getHeaders("Set-Cookie")).as(page).isEmpty();
                assertThat(answer.getHeader("Cache-Control")).as(page).isEqualTo("private, no-cache");
                assertThat(answer.getContentAsString())
                        .as(page)
                        .contains("data-known=\"true\"", "name=\"formToken\" value=\"\"")
                        .doesNotContain("signed-token", "not at hand");
            }
        }
    }

    @Test
    void theVoteServiceIsToldOfTheTraceWhereThereIsOne() throws Exception {
        try (Site site = new Site(pages)) {
            site.open(MISTRAL);
            assertThat(site.seenTrace).isNull();

            Traced page = new RecordedTraces().tracing().server("page", null);
            try (var _ = page.present()) {
                site.open(MISTRAL);
            }
            assertThat(site.seenTrace).isEqualTo(page.parent());
        }
    }

    @Test
    void withoutTheVoteServiceThePageIsStillComplete() throws Exception {
        try (Site site = new Site(pages, Duration.ofMillis(500), clock)) {
            site.voteServiceGoesDown();
            MockHttpServletResponse answer = site.open(MISTRAL);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(Html.text(answer.getContentAsString()))
                    .contains("Mistral 3B", "Ship it Skip it", "Your own vote is not at hand just now.");
        }
    }

    @Test
    void afterAFailureNobodyAsksForASecond() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            site.voteStatus = 500;
            site.html(MISTRAL);
            site.voteStatus = 200;
            site.html(MISTRAL);
            assertThat(site.asked).hasValue(1);

            now.set(Samples.AS_OF.plusMillis(1000));
            assertThat(site.html(MISTRAL)).contains("signed-token");
            assertThat(site.asked).hasValue(2);
        }
    }

    @Test
    void theFirstCallIsMadeBeforeTheFirstPage() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            site.startUp();

            assertThat(site.asked).hasValue(1);
            assertThat(site.seenCookie).isNull();
            assertThat(site.html(MISTRAL)).contains("signed-token");
        }
    }

    @Test
    void aStartWithoutTheVoteServiceKeepsNoPageFromAsking() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            site.voteStatus = 500;
            site.startUp();
            site.voteStatus = 200;

            assertThat(site.html(MISTRAL)).contains("signed-token");
        }
        try (Site site = new Site(pages, Duration.ofMillis(500), clock)) {
            site.voteServiceGoesDown();
            site.startUp();

            assertThat(site.open(MISTRAL).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void aSlowVoteServiceCostsThePageTheTimeoutOnly() throws Exception {
        try (Site site = new Site(pages, Duration.ofMillis(50), clock)) {
            site.voteDelay = Duration.ofSeconds(60);
            long start = System.nanoTime();
            assertThat(site.html(MISTRAL)).contains("not at hand");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void aRefusedCookieBlanksOnlyItsOwner() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            site.voteStatus = 400;
            MockHttpServletResponse refused = site.open(MISTRAL);
            assertThat(refused.getContentAsString()).contains("not at hand");
            assertThat(refused.getHeaders("Set-Cookie")).hasSize(1);
            site.voteStatus = 200;
            assertThat(site.html(MISTRAL)).contains("signed-token");
        }
    }

    @Test
    void aVoteThatIsNotKnownJustNowIsNotCalledMissing() throws Exception {
        try (Site site = new Site(pages)) {
            site.voteAnswer = "{\"votes\": {}, \"formToken\": \"t\"}";
            assertThat(site.html(MISTRAL))
                    .contains("not at hand", "data-known=\"false\"", "name=\"formToken\" value=\"t\"");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailure() throws Exception {
        try (Site site = new Site(pages, Duration.ofSeconds(5), clock)) {
            site.voteAnswer = "<html>";
            assertThat(site.html(MISTRAL)).contains("not at hand");
        }
    }
}
