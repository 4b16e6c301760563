package dev.toolverdicts.catalog.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class SharedPagesTest {

    private static final List<String> TOOLS = List.of("a", "b");
    private static final String PAIR = "/compare/a-vs-b";
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final SharedPages pages = pages(Duration.ofSeconds(5), DataSize.ofMegabytes(1));

    private SharedPages pages(Duration shown, DataSize memory) {
        return new SharedPages(new SharedPagesSettings(shown, memory), clock);
    }

    @BeforeEach
    void listen() {
        pages.hears(true);
    }

    private static MockHttpServletRequest request(String address) {
        String[] parts = address.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", parts[0]);
        if (parts.length > 1) {
            request.setQueryString(parts[1]);
        }
        return request;
    }

    private static SharedPage page(Look look, List<String> tools, int size) {
        return new SharedPage(
                tools,
                look.at().plusSeconds(5),
                "/compare/{pair}",
                "text/html;charset=UTF-8",
                Map.of(),
                new byte[size],
                size);
    }

    private static Look look(SharedPages of, String address) {
        return requireNonNull(of.look(request(address)));
    }

    private void made(String address, String... tools) {
        Look look = look(pages, address);
        pages.keep(look, page(look, List.of(tools), 100));
    }

    private boolean isShown(String address) {
        return pages.find(look(pages, address), true) != null;
    }

    @Test
    void aPageIsShownUntilItsTimeIsOverAndThenMadeByOneAlone() {
        Look begun = look(pages, PAIR);
        now.set(START.plusSeconds(2));
        pages.keep(begun, page(begun, TOOLS, 100));

        now.set(START.plusMillis(4_999));
        assertThat(isShown(PAIR)).isTrue();
        now.set(START.plusSeconds(5));
        assertThat(isShown(PAIR)).as("for who makes it").isFalse();
        assertThat(isShown(PAIR)).as("for the others").isTrue();
        assertThat(pages.hits()).isEqualTo(2);

        now.set(START.plusSeconds(10));
        assertThat(isShown(PAIR)).as("nobody has made it").isFalse();
        assertThat(isShown(PAIR)).as("nor will it be shown again").isFalse();
    }

    @Test
    void whoTakesTheHeadAloneDoesNotLengthenAPagesTime() {
        made(PAIR, "a", "b");
        now.set(START.plusSeconds(5));

        assertThat(pages.find(look(pages, PAIR), false)).isNull();
        assertThat(pages.find(look(pages, PAIR), false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"tool, false", "panel, false", "tally, true", "voice, true"})
    void aPageThatNamesOthersByTheirPlaceGoesWhenAnyToolMayTakeIt(String kind, boolean kept) {
        made("/tool/a", "a", "b", SharedPages.OTHERS);
        made(PAIR, "a", "b");

        pages.heard(kind, "c");

        assertThat(isShown("/tool/a")).isEqualTo(kept);
        assertThat(isShown(PAIR)).isTrue();
    }

    @Test
    void pagesThatWereMadeTogetherAreNotMadeAgainAtOnce() {
        List<Instant> ends = IntStream.range(0, 200)
                .mapToObj(at -> pages.until(look(pages, "/compare/a-vs-b" + at)))
                .toList();

        assertThat(ends).allSatisfy(end -> assertThat(end).isBetween(START.plusMillis(2_500), START.plusMillis(4_167)));
        Map<Long, Long> tenths =
                ends.stream().collect(Collectors.groupingBy(end -> end.toEpochMilli() / 250, Collectors.counting()));
        assertThat(tenths.values()).allSatisfy(count -> assertThat(count).isLessThan(50));
    }

    @Test
    void pagesWhoseTimeIsOverTogetherTakeTurnsUntilTheyAreTooOld() {
        List<String> addresses = List.of("/tool/a", "/tool/b", "/tool/c", "/tool/d");
        addresses.forEach(address -> made(address, "a"));

        now.set(START.plusSeconds(5));
        assertThat(addresses).filteredOn(address -> !isShown(address)).containsExactly("/tool/a");
        now.set(START.plusMillis(5_099));
        assertThat(addresses).allMatch(this::isShown);
        now.set(START.plusMillis(5_100));
        assertThat(addresses).filteredOn(address -> !isShown(address)).containsExactly("/tool/b");
        now.set(START.plusMillis(5_834));
        assertThat(addresses).filteredOn(address -> !isShown(address)).containsExactly("/tool/c", "/tool/d");
    }

    @ParameterizedTest
    @CsvSource({"panel, a", "tool, b", "tally, a", "duel, b", "voice, a"})
    void aChangeOfOneOfItsToolsDropsAPageAndNoOther(String kind, String slug) {
        made(PAIR, "a", "b");
        made("/compare/ab-vs-c", "ab", "c");

        pages.heard(kind, slug);

        assertThat(isShown(PAIR)).isFalse();
        assertThat(isShown("/compare/ab-vs-c")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"critic, false", "any, false", "tally, false", "board, true", "ranks, true"})
    void aChangeOfNoSingleToolDropsAllUnlessNoComparisonShowsIt(String kind, boolean kept) {
        made(PAIR, "a", "b");

        pages.heard(kind, null);

        assertThat(isShown(PAIR)).isEqualTo(kept);
    }

    @Test
    void whatWasBegunBeforeAChangeIsNotKeptAfterIt() {
        Look before = look(pages, PAIR);
        pages.heard("panel", "c");
        pages.keep(before, page(before, TOOLS, 100));
        assertThat(isShown(PAIR)).as("of another tool").isTrue();

        pages.heard("panel", "a");
        pages.keep(before, page(before, TOOLS, 100));
        assertThat(isShown(PAIR)).as("of one of its tools").isFalse();

        Look after = look(pages, PAIR);
        pages.keep(after, page(after, TOOLS, 100));
        assertThat(isShown(PAIR)).as("begun afterwards").isTrue();

        pages.heard("critic", null);
        pages.keep(after, page(after, TOOLS, 100));
        assertThat(isShown(PAIR)).as("of no single tool").isFalse();
    }

    @Test
    void aChangeThatIsLongAgoIsNotForgottenByWhoIsSlow() {
        Look slow = look(pages, PAIR);
        pages.heard("panel", "a");
        for (int i = 0; i < 2_000; i++) {
            pages.heard("panel", "other-" + i);
        }
        pages.keep(slow, page(slow, TOOLS, 100));

        assertThat(isShown(PAIR)).isFalse();
    }

    @Test
    void whileChangesAreNotHeardNothingIsKeptOrShown() {
        Look heard = look(pages, PAIR);
        made(PAIR, "a", "b");

        pages.hears(false);
        assertThat(pages.look(request(PAIR))).isNull();
        assertThat(pages.bytes()).isZero();
        pages.keep(heard, page(heard, TOOLS, 100));
        assertThat(pages.bytes()).isZero();

        pages.hears(true);
        pages.keep(heard, page(heard, TOOLS, 100));
        assertThat(isShown(PAIR)).as("begun before the gap").isFalse();
        assertThat(pages(Duration.ofSeconds(5), DataSize.ofMegabytes(1)).look(request(PAIR)))
                .as("before the first word of the database")
                .isNull();
    }

    @Test
    void onlyWhatNewcomersReadIsShared() {
        assertThat(pages.look(request(PAIR))).isNotNull();
        MockHttpServletRequest other = request(PAIR);
        other.addHeader("Cookie", "arrival=news.example");
        assertThat(pages.look(other)).isNotNull();
        MockHttpServletRequest voter = request(PAIR);
        voter.addHeader("Cookie", "arrival=news.example; __Host-voter=v");
        assertThat(pages.look(voter)).isNull();
        MockHttpServletRequest signedIn = request(PAIR);
        signedIn.addHeader("Authorization", "Bearer t");
        assertThat(pages.look(signedIn)).isNull();
        MockHttpServletRequest writing = request(PAIR);
        writing.setMethod("POST");
        assertThat(pages.look(writing)).isNull();
        MockHttpServletRequest program = request(PAIR);
        program.addHeader("Accept", "application/json");
        assertThat(pages.look(program)).isNull();
        MockHttpServletRequest browser = request(PAIR);
        browser.addHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(pages.look(browser)).isNotNull();
        assertThat(pages.look(request("/tool/a"))).isNotNull();
        assertThat(pages.look(request("/category/a"))).isNull();
        assertThat(pages.look(request("/tool/a/alternatives"))).isNull();
        assertThat(pages.look(request(PAIR + ".csv"))).isNull();
        assertThat(pages.look(request(PAIR + "?x=" + "y".repeat(500)))).isNull();
    }

    @Test
    void eachQuestionIsAnAddressOfItsOwn() {
        made(PAIR, "a", "b");

        assertThat(isShown(PAIR + "?differences=only")).isFalse();
        made(PAIR + "?weight=builder.3", "a", "b");
        assertThat(isShown(PAIR + "?weight=builder.3")).isTrue();
        assertThat(isShown(PAIR + "?weight=builder.2")).isFalse();

        pages.heard("tally", "b");
        assertThat(isShown(PAIR + "?weight=builder.3")).isFalse();
    }

    @Test
    void overTheBudgetWhatNobodyHasAskedForTheLongestGoes() {
        SharedPages small = pages(Duration.ofSeconds(5), DataSize.ofBytes(4_000));
        small.hears(true);
        for (String address : List.of("/compare/1", "/compare/2")) {
            Look look = look(small, address);
            small.keep(look, page(look, TOOLS, 1_000));
        }
        assertThat(small.find(look(small, "/compare/1"), true)).isNotNull();
        Look third = look(small, "/compare/3");
        small.keep(third, page(third, TOOLS, 1_000));

        assertThat(small.bytes()).isLessThanOrEqualTo(4_000);
        assertThat(small.find(look(small, "/compare/1"), true)).isNotNull();
        assertThat(small.find(look(small, "/compare/2"), true)).isNull();
        assertThat(small.find(look(small, "/compare/3"), true)).isNotNull();

        Look huge = look(small, "/compare/3");
        small.keep(huge, page(huge, TOOLS, 4_000));
        assertThat(small.find(look(small, "/compare/3"), true)).isNull();
        assertThat(small.find(look(small, "/compare/1"), true)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S 1048576", "PT5S 0"})
    void itCanBeSwitchedOff(String setting) {
        String[] parts = setting.split(" ", -1);
        SharedPages off = pages(Duration.parse(parts[0]), DataSize.ofBytes(Long.parseLong(parts[1])));
        off.hears(true);

        assertThat(off.look(request(PAIR))).isNull();
    }

    @Test
    void lessThanNothingIsNoSetting() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new SharedPagesSettings(Duration.ofSeconds(-1), DataSize.ofMegabytes(1)));
    }

    /// What the filter keeps of an answer, and as what it is shown.
    private @Nullable MockHttpServletResponse shownAfter(String method, boolean about, FilterChain handler)
            throws Exception {
        MockHttpServletRequest request = request(PAIR);
        request.setMethod(method);
        var sent = new MockHttpServletResponse();
        new SharedPageFilter(pages, new OpenedPairs(), _ -> {}).doFilter(request, sent, (asked, answer) -> {
            if (about) {
                SharedPages.about(request, TOOLS);
            }
            handler.doFilter(asked, answer);
        });
        SharedPage page = pages.find(look(pages, PAIR), true);
        if (page == null) {
            return null;
        }
        assertThat(page.tools()).isEqualTo(TOOLS);
        var shown = new MockHttpServletResponse();
        page.answer(request(PAIR), shown);
        assertThat(shown.getContentAsByteArray()).isEqualTo(sent.getContentAsByteArray());
        return shown;
    }

    private MockHttpServletResponse shownTo(String encodings) throws Exception {
        MockHttpServletRequest request = request(PAIR);
        request.addHeader("Accept-Encoding", encodings);
        var shown = new MockHttpServletResponse();
        new SharedPageFilter(pages, new OpenedPairs(), _ -> {}).doFilter(request, shown, (_, _) -> {
            throw new AssertionError("made once more");
        });
        return shown;
    }

    private static FilterChain writing(String type, Map<String, String> headers, int status) {
        return (_, response) -> {
            var answer = (HttpServletResponse) response;
            answer.setStatus(status);
            headers.forEach(answer::setHeader);
            answer.setContentType(type);
            answer.getWriter().write("<p>Ship – or skip</p>");
            answer.getWriter().flush();
        };
    }

    @Test
    void thePageIsKeptAsItsHandlerAnsweredIt() throws Exception {
        MockHttpServletResponse shown = requireNonNull(shownAfter(
                "GET", true, writing("text/html;charset=UTF-8", Map.of("Cache-Control", "private, no-cache"), 200)));

        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(shown.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(shown.getContentAsString(UTF_8)).isEqualTo("<p>Ship – or skip</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br,GZIP"})
    void browsersGetItPackedAndAsItIs(String encodings) throws Exception {
        var _ = shownAfter("GET", true, writing("text/html;charset=UTF-8", Map.of("Vary", "Origin"), 200));

        MockHttpServletResponse shown = shownTo(encodings);

        assertThat(shown.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(shown.getHeaders("Vary")).containsExactly("Origin", "accept-encoding");
        assertThat(shown.getContentLength()).isEqualTo(shown.getContentAsByteArray().length);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(shown.getContentAsByteArray()))) {
            assertThat(in.readAllBytes()).isEqualTo("<p>Ship – or skip</p>".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.5", ""})
    void whoDoesNotTakeItPackedGetsItPlain(String encodings) throws Exception {
        var _ = shownAfter("GET", true, writing("text/html;charset=UTF-8", Map.of(), 200));

        MockHttpServletResponse shown = shownTo(encodings);

        assertThat(shown.getHeader("Content-Encoding")).isNull();
        assertThat(shown.getContentAsString(UTF_8)).isEqualTo("<p>Ship – or skip</p>");
    }

    @Test
    void whatIsNoPageForEverybodyIsNotKept() throws Exception {
        String html = "text/html;charset=UTF-8";
        assertThat(shownAfter("GET", true, writing(html, Map.of(), 404))).isNull();
        assertThat(shownAfter("GET", true, writing("text/plain;charset=UTF-8", Map.of(), 200)))
                .isNull();
        assertThat(shownAfter("GET", true, writing(html, Map.of("Set-Cookie", "voter=1"), 200)))
                .isNull();
        assertThat(shownAfter("GET", true, writing(html, Map.of("Cache-Control", "no-store"), 200)))
                .as("a page as it last was")
                .isNull();
        assertThat(shownAfter("GET", false, writing(html, Map.of(), 200))).isNull();
        assertThat(shownAfter("HEAD", true, writing(html, Map.of(), 200))).isNull();
        assertThat(shownAfter(
                        "GET", true, (_, response) -> response.getOutputStream().write(1)))
                .isNull();
    }
}
