package dev.toolverdicts.platform.web.lastknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

class LastKnownTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final int UNAVAILABLE = 503;

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final LastKnownPages pages = new LastKnownPages(
            new LastKnownSettings(
                    List.of("/open", "/own", "/private", "/cookie", "/gone", "/hidden", "/named/{name}"),
                    DataSize.ofMegabytes(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2)),
            clock);
    private final Patience patience = new Patience(2000);
    private final Desk desk = new Desk(pages);
    private final MockMvc mvc = site();

    private MockMvc site() {
        var outage = new Outage(clock);
        var stale = new StaleAnswer(pages, clock);
        View view = (model, _, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write("<body><main class=\"wrap\">" + model.get("page") + "</main></body>");
        };
        ViewResolver views = (_, _) -> view;
        return MockMvcBuilders.standaloneSetup(desk)
                .setViewResolvers(views)
                .addInterceptors(
                        new LastKnownInterceptor(pages, patience, outage, stale, new NeutralPage(() -> List.of(views))))
                .setHandlerExceptionResolvers(new LastKnownResolver(pages, outage, stale), (_, response, _, _) -> {
                    response.setStatus(UNAVAILABLE);
                    return new ModelAndView();
                })
                .build();
    }

    @Controller
    static final class Desk {

        private final LastKnownPages pages;

        @Nullable
        RuntimeException failure;

        String text = "as it is";
        int status = 200;
        int asked;

        Desk(LastKnownPages pages) {
            this.pages = pages;
        }

        private ModelAndView page(String what) {
            asked++;
            if (failure != null) {
                throw failure;
            }
            return new ModelAndView("page").addObject("page", what);
        }

        @GetMapping({"/open", "/unnamed", "/gone"})
        ModelAndView open(@RequestParam(defaultValue = "") String q, HttpServletResponse response) {
            response.setStatus(status);
            return page(text + q);
        }

        @GetMapping("/named/{name}")
        ModelAndView named(@PathVariable String name) {
            return page(text + " at " + name);
        }

        @GetMapping("/own")
        ModelAndView own(@CookieValue String name, HttpServletResponse response) {
            ModelAndView page = page(text + " of " + name);
            response.setHeader("Cache-Control", "private, no-cache");
            response.addHeader("Set-Cookie", "name=" + name);
            LastKnownPages.neutral(page.getModel(), () -> Map.of("page", text + " of nobody"));
            return page;
        }

        @GetMapping("/private")
        ModelAndView secret(HttpServletResponse response) {
            response.setHeader("Cache-Control", "private, no-cache");
            return page(text);
        }

        @GetMapping("/cookie")
        ModelAndView cookie(HttpServletResponse response) {
            response.addHeader("Set-Cookie", "name=ada");
            return page(text);
        }

        /// Read just before it was hidden, answered just after.
        @GetMapping("/hidden")
        ModelAndView hidden() {
            ModelAndView page = page(text);
            pages.hidden("something else");
            return page;
        }

        @PostMapping("/open")
        ModelAndView send() {
            return page("sent");
        }
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return ask(get(address));
    }

    private void databaseGoes() {
        desk.failure = new DataAccessResourceFailureException("away");
    }

    private void databaseIsBack() {
        desk.failure = null;
    }

    private void passes(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void aPageIsShownAsItWasWithItsTime() throws Exception {
        MockHttpServletResponse live = ask("/open");
        assertThat(live.getContentAsString()).doesNotContain("cannot be reached");
        databaseGoes();
        passes(Duration.ofMinutes(7));

        MockHttpServletResponse stale = ask("/open");

        assertThat(stale.getStatus()).isEqualTo(200);
        assertThat(stale.getContentType()).startsWith("text/html");
        assertThat(stale.getContentAsString())
                .containsSubsequence(
                        "<main class=\"wrap\">",
                        "class=\"banner\"",
                        "<time datetime=\"2026-11-30T09:00:00Z\">30 Nov 2026, 09:00 UTC</time>",
                        "as it is",
                        "</main>");
        assertThat(stale.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(stale.getHeader("Age")).isEqualTo("420");
        assertThat(pages.shown()).isEqualTo(1);
    }

    @Test
    void aPageThatNobodyHasLookedAtIsNotThere() throws Exception {
        databaseGoes();

        assertThat(ask("/open").getStatus()).isEqualTo(UNAVAILABLE);
        assertThat(pages.shown()).isZero();
    }

    @Test
    void theLastLookIsWhatIsShown() throws Exception {
        ask("/open");
        passes(Duration.ofSeconds(9));
        desk.text = "too soon to keep again";
        ask("/open");
        passes(Duration.ofSeconds(1));
        desk.text = "kept again";
        ask("/open");
        databaseGoes();

        assertThat(ask("/open").getContentAsString()).contains("kept again").contains("T09:00:10Z");
    }

    @Test
    void nobodySeesAnothersPart() throws Exception {
        assertThat(ask(get("/own").cookie(new Cookie("name", "ada"))).getContentAsString())
                .contains("of ada");
        databaseGoes();

        MockHttpServletResponse stale = ask(get("/own").cookie(new Cookie("name", "ben")));

        assertThat(stale.getStatus()).isEqualTo(200);
        assertThat(stale.getContentAsString()).contains("of nobody").doesNotContain("ada", "ben");
        assertThat(stale.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(stale.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void whatIsPrivateOrSetsACookieOrIsNotNamedIsNotKept() throws Exception {
        List<String> never = List.of("/private", "/cookie", "/unnamed");
        for (String page : never) {
            assertThat(ask(page).getStatus()).as(page).isEqualTo(200);
        }
        assertThat(pages.bytes()).isZero();
        databaseGoes();

        for (String page : never) {
            assertThat(ask(page).getStatus()).as(page).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void whoeverIsSignedInLeavesNothingAndSeesNothingOfIt() throws Exception {
        ask(get("/open").header("Authorization", "Bearer of-ada"));
        assertThat(pages.bytes()).isZero();
        ask("/open");
        databaseGoes();

        assertThat(ask(get("/open").header("Authorization", "Bearer of-ada")).getStatus())
                .isEqualTo(UNAVAILABLE);
        assertThat(ask("/open").getStatus()).isEqualTo(200);
    }

    @Test
    void writesAreRefusedAsEver() throws Exception {
        ask("/open");
        databaseGoes();

        assertThat(ask(post("/open")).getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void aFailureOfOursIsNotHidden() throws Exception {
        ask("/open");
        desk.failure = new IllegalStateException("a fault");

        assertThat(ask("/open").getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void everyQuestionHasItsOwnAnswer() throws Exception {
        ask("/open?q=one");
        databaseGoes();

        assertThat(ask("/open?q=one").getContentAsString()).contains("as it isone");
        assertThat(ask("/open?q=two").getStatus()).isEqualTo(UNAVAILABLE);
        assertThat(ask("/open").getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void whatIsMadeSeldomIsKeptEachTime() throws Exception {
        ask("/open");
        desk.text = "made for many";
        ask(get("/open").with(request -> {
            LastKnownPages.madeSeldom(request);
            return request;
        }));
        databaseGoes();

        assertThat(ask("/open").getContentAsString()).contains("made for many");
    }

    @Test
    void aPageThatIsReadWithoutBeingMadeIsNotDrivenOut() throws Exception {
        ask(get(URI.create("/named/read")));
        ask(get(URI.create("/named/unread")));
        for (int i = 0; i < 5_000; i++) {
            passes(Duration.ofMillis(20));
            ask(get(URI.create("/named/other-" + "o".repeat(300) + i)));
            pages.read("/named/read");
        }
        databaseGoes();

        assertThat(ask(get(URI.create("/named/read"))).getStatus()).isEqualTo(200);
        assertThat(ask(get(URI.create("/named/unread"))).getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void whoAsksEverythingDrivesOutNoPlainPage() throws Exception {
        ask("/open");
        for (int i = 0; i < 2_000; i++) {
            passes(Duration.ofMillis(20));
            ask("/open?q=" + i);
        }
        assertThat(pages.bytes()).isLessThan(DataSize.ofMegabytes(1).toBytes());
        databaseGoes();

        assertThat(ask("/open").getStatus()).isEqualTo(200);
        assertThat(ask("/open?q=0").getStatus()).isEqualTo(UNAVAILABLE);
        assertThat(ask("/open?q=1999").getStatus()).isEqualTo(200);
    }

    @Test
    void whoWritesAddressesInManyWaysDrivesOutNoPlainPageEither() throws Exception {
        ask("/open");
        for (int i = 0; i < 1_000; i++) {
            passes(Duration.ofMillis(20));
            ask(get(URI.create("/named/%61" + "a".repeat(400) + i)));
        }
        databaseGoes();

        assertThat(ask("/open").getStatus()).isEqualTo(200);
    }

    @Test
    void noMoreThanFiftyPagesASecondAreMadeOnceMore() throws Exception {
        for (int i = 0; i < 60; i++) {
            ask("/open?q=" + i);
        }
        passes(Duration.ofSeconds(1));
        ask("/open?q=59");
        databaseGoes();

        assertThat(ask("/open?q=49").getStatus()).isEqualTo(200);
        assertThat(ask("/open?q=50").getStatus()).isEqualTo(UNAVAILABLE);
        assertThat(ask("/open?q=59").getStatus()).as("had its turn later").isEqualTo(200);
    }

    @Test
    void anEndlessAddressIsNotKept() throws Exception {
        ask("/open?q=" + "x".repeat(600));

        assertThat(pages.bytes()).isZero();
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        ask("/open");
        databaseGoes();

        MockHttpServletResponse stale = ask(head("/open"));

        assertThat(stale.getStatus()).isEqualTo(200);
        assertThat(stale.getContentLength()).isPositive();
        assertThat(stale.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aSlowStatementIsOfItsPageAlone() throws Exception {
        ask("/open");
        var silence = new SQLException("nothing was heard", new SocketTimeoutException());
        desk.failure = new DataAccessResourceFailureException("slow", silence);
        assertThat(ask("/open").getContentAsString()).contains("cannot be reached");
        desk.failure = null;

        assertThat(ask("/open").getContentAsString()).doesNotContain("cannot be reached");
    }

    @Test
    void thatThereIsNoConnectionIsOfAllPages() throws Exception {
        ask("/open");
        var late = new SQLException("no connection in time", new SocketTimeoutException());
        desk.failure = new CannotGetJdbcConnectionException("pool", late);
        ask("/open");
        desk.failure = null;

        assertThat(ask("/open").getContentAsString()).contains("cannot be reached");
    }

    @Test
    void aConnectionThatBrokeInATransactionIsTheSame() throws Exception {
        ask("/open");
        var notRolledBack = new TransactionSystemException("connection is closed");
        notRolledBack.initApplicationException(new DataAccessResourceFailureException("silent"));
        desk.failure = notRolledBack;
        ask("/open");
        int tried = desk.asked;

        assertThat(ask("/open").getContentAsString()).contains("cannot be reached");

        assertThat(desk.asked).as("it does not wait").isEqualTo(tried);
    }

    @Test
    void whileItIsAwayOnePageASecondTriesAndThePagesAreLiveOnceOneCould() throws Exception {
        ask("/open");
        databaseGoes();
        ask("/open");
        int tried = desk.asked;
        for (int i = 0; i < 5; i++) {
            assertThat(ask("/open").getStatus()).isEqualTo(200);
        }
        assertThat(desk.asked).as("the others do not wait").isEqualTo(tried);

        passes(Duration.ofSeconds(1));
        ask("/open");
        ask("/open");
        assertThat(desk.asked).isEqualTo(tried + 1);

        databaseIsBack();
        desk.text = "news";
        passes(Duration.ofSeconds(1));
        assertThat(ask("/open").getContentAsString()).contains("news").doesNotContain("cannot be reached");
        assertThat(ask("/open").getContentAsString()).contains("news").doesNotContain("cannot be reached");
    }

    @Test
    void aPageThatIsNotKeptTriesAlways() throws Exception {
        ask("/open");
        databaseGoes();
        ask("/open");
        databaseIsBack();

        assertThat(ask("/open?q=new").getStatus()).isEqualTo(200);
        assertThat(ask("/open").getContentAsString()).doesNotContain("cannot be reached");
    }

    @Test
    void whatIsGoneDoesNotComeBack() throws Exception {
        ask("/gone");
        desk.status = 410;
        ask("/gone");
        databaseGoes();

        assertThat(ask("/gone").getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void whatIsHiddenDoesNotComeBack() throws Exception {
        var told = new AtomicInteger();
        pages.whenForgotten(told::incrementAndGet);
        pages.hidden("");
        ask("/open");
        pages.hidden("");
        assertThat(pages.bytes()).isPositive();
        assertThat(told).hasValue(1);

        pages.hidden("one more");

        assertThat(pages.bytes()).isZero();
        assertThat(told).hasValue(2);
        databaseGoes();
        assertThat(ask("/open").getStatus()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void whatWasReadBeforeSomethingWasHiddenIsNotKeptAfterwards() throws Exception {
        pages.hidden("");

        assertThat(ask("/hidden").getStatus()).isEqualTo(200);

        assertThat(pages.bytes()).isZero();
    }
}
