package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageHouseRulesIT {

    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("<script\\b[^>]*\\bsrc=\"([^\"]+)\"");
    private static final Pattern STYLE_ADDRESS =
            Pattern.compile("<link\\b[^>]*rel=\"stylesheet\"[^>]*href=\"([^\"]+)\"");
    private static final Pattern INLINE =
            Pattern.compile("<style\\b|<[a-z][^>]*\\s(style|on[a-z]+)=", Pattern.CASE_INSENSITIVE);
    private static final Pattern MASTHEAD = Pattern.compile("<header class=\"masthead\".*?</header>", Pattern.DOTALL);
    private static final Pattern FOOT = Pattern.compile("<footer class=\"foot\".*?</footer>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"([^\"]+)\"[^>]*>([^<]+)</a>");
    private static final int KILOBYTE = 1000;

    private final Visitor visitor = new Visitor();

    static Stream<String> pages() {
        return Stream.of(
                "/",
                Sample.SEED_PAGE,
                "/compare/" + Sample.FIVE,
                "/tool/" + Sample.MISTRAL,
                "/tool/" + Sample.MISTRAL + "/alternatives",
                "/category/developer-tools",
                "/category/developer-tools/alternatives",
                "/search?q=mistral",
                "/panel",
                "/compare",
                "/reviewer/builder",
                "/feeds",
                "/developers",
                "/dataset",
                "/privacy",
                "/terms",
                "/contact");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingOnAPageIsInline(String path) {
        String page = page(path).body();

        assertThat(INLINE.matcher(page).results().map(MatchResult::group)).isEmpty();
        assertThat(SCRIPT.matcher(page).results())
                .allSatisfy(script -> assertThat(script.group(1))
                        .as(script.group())
                        .containsPattern("src=|type=\"application/ld\\+json\""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void stylesAndScriptsAreOursAndSmall(String path) {
        String page = page(path).body();

        assertThat(bytes(STYLE_ADDRESS, page)).isPositive().isLessThan(20 * KILOBYTE);
        assertThat(bytes(SCRIPT_ADDRESS, page)).isPositive().isLessThan(15 * KILOBYTE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theBrowserIsToldToBeStrict(String path) {
        var headers = page(path).headers();

        assertThat(headers.firstValue("content-security-policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.allValues("referrer-policy")).hasSize(1);
        assertThat(headers.firstValue("server")).isEmpty();
        assertThat(headers.firstValue("content-type").orElse("")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/how-ranking-works",
                "/my-votes",
                "/tool/" + Sample.MISTRAL + "/reviews/builder",
                "/weekly",
                "/newsletter",
                "/newsletter/privacy"
            })
    void everyServiceHasTheSameMasthead(String path) {
        assertThat(links(MASTHEAD, path)).hasSizeGreaterThan(3).isEqualTo(links(MASTHEAD, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/how-ranking-works",
                "/my-votes",
                "/weekly",
                "/newsletter",
                "/newsletter/privacy",
                "/tool/" + Sample.MISTRAL + "/reviews/builder"
            })
    void everyServiceLeadsToTheSamePlacesAtItsFoot(String path) {
        assertThat(links(FOOT, path))
                .contains("/privacy Privacy", "/terms Terms", "/contact Contact")
                .isEqualTo(links(FOOT, "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, home",
        "/tool/" + Sample.MISTRAL + ", tool",
        Sample.SEED_PAGE + ", compare",
        "/category/developer-tools, category",
        "/reviewer/builder, reviewer",
        "/panel, panel",
        "/developers, developers",
        "/privacy, privacy",
        "/leaderboard, leaderboard",
        "/tool/" + Sample.MISTRAL + "/votes, votes",
        "/tool/" + Sample.MISTRAL + "/reviews/builder, review",
        "/how-ranking-works, how-ranking-works",
        "/my-votes, my-votes",
        "/weekly, weekly",
        "/newsletter, newsletter",
    })
    void everyPageHasASignUpFormThatNamesIt(String path, String name) {
        assertThat(page(path).body())
                .contains("action=\"/newsletter/subscribe\"", "name=\"source\" value=\"page:" + name + "\"");
    }

    /// Where it leads, and with which words.
    private List<String> links(Pattern part, String path) {
        return part.matcher(page(path).body())
                .results()
                .flatMap(found -> LINK.matcher(found.group()).results())
                .map(link -> link.group(1) + " " + link.group(2))
                .toList();
    }

    private HttpResponse<String> page(String path) {
        HttpResponse<String> page = visitor.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page;
    }

    /// The size of everything the page asks for, all of which must be at addresses of our own.
    private int bytes(Pattern address, String page) {
        List<String> addresses =
                address.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(addresses)
                .allSatisfy(each -> assertThat(each).startsWith("/").doesNotStartWith("//"));
        return addresses.stream()
                .mapToInt(each -> page(each).body().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
