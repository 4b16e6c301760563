package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.Permissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPatternParser;

class OperatorPagesTest {

    private static String page(String address) throws Exception {
        try (Site site = new Site(new FixedPages().with(Samples.MISTRAL))) {
            return site.html(address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/privacy", "/terms", "/contact"})
    void whoIsBehindTheSiteStandsOnEachOfThem(String address) throws Exception {
        String page = page(address);

        assertThat(Html.text(page))
                .contains(
                        "Run by Sample <operator> By post 1 Sample Street, Sampletown By e-mail desk@verdicts.example");
        assertThat(page).contains("href=\"mailto:desk@verdicts.example\"", "Sample &lt;operator&gt;");
    }

    @Test
    void everyPageLeadsToThem() throws Exception {
        for (String address : List.of("/", "/tool/mistral-3b", "/tool/nothing", "/privacy")) {
            assertThat(page(address))
                    .as(address)
                    .contains(
                            "<a href=\"/developers\">",
                            "<a href=\"/privacy\">",
                            "<a href=\"/terms\">",
                            "<a href=\"/contact\">",
                            "<a href=\"/feeds\">");
        }
    }

    @Test
    void thePrivacyPageLeadsToWhatPeopleCanDoThemselves() throws Exception {
        assertThat(page("/privacy")).contains("href=\"/my-votes\"", "href=\"/newsletter/privacy\"");
        assertThat(Html.text(page("/terms"))).contains("The law that holds is Sample law.");
    }

    @Test
    void developersFindTheDescriptionAndTheRules() throws Exception {
        String page = page("/developers");

        assertThat(page).contains("href=\"/api/v1/openapi.json\"", "href=\"/contact\"", "href=\"/feeds\"");
        assertThat(Html.text(page)).contains("RateLimit-Limit", "ETag", "asOf", "X-Api-Key", "RFC 9457");
        assertThat(page("/feeds")).contains("href=\"/developers\"");
    }

    private static List<String> commands(String page) {
        return Pattern.compile("<code>(curl .*?)</code>")
                .matcher(page)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    @Test
    void everyWayForProgramsHasAnExample() throws Exception {
        List<String> commands = commands(page("/developers"));

        for (String address : List.of(
                "/api/v1/tools?",
                "/api/v1/search?",
                "/api/v1/openapi.json",
                "/mcp ",
                ".md",
                ".csv",
                "/feeds/",
                "/api/v1/newsletter/webhooks ",
                "/badge/",
                "/dataset/index.json",
                "-I ",
                "X-Api-Key")) {
            assertThat(commands).as(address).anyMatch(command -> command.contains(address));
        }
        assertThat(commands).allMatch(command -> command.contains("https://verdicts.example/"));
    }

    /// `MachinesStoryIT` sends them.
    @Test
    void everyExampleAsksWhatEverybodyMayAsk() throws Exception {
        assertThat(commands(page("/developers"))).isNotEmpty().allSatisfy(command -> {
            String path = command.replaceFirst(".*https://verdicts\\.example(/[^ '?]*).*", "$1");
            String method = command.contains("-X POST") ? "POST" : "GET";
            assertThat(Permissions.all())
                    .as(command)
                    .anyMatch(row -> row.front()
                            && row.method().equals(method)
                            && (row.who().contains("all") || row.who().contains("mailed"))
                            && PathPatternParser.defaultInstance
                                    .parse(row.path())
                                    .matches(PathContainer.parsePath(path)));
        });
    }

    @Test
    void examplesNameToolsThatAreThere() throws Exception {
        try (Site site = new Site(new FixedPages().with(Samples.MISTRAL, Samples.SCOUT))) {
            assertThat(site.html("/developers"))
                    .contains("/api/v1/comparisons/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b<");
        }
        try (Site site = new Site(new FixedPages()
                .with(Samples.tool("b", "B").card(), Samples.tool("a", "A").card()))) {
            assertThat(site.html("/developers")).contains("/api/v1/tools/b<", "/compare/a-vs-b.csv<");
        }
        assertThat(page("/developers")).as("one tool alone").contains("/badge/llama-4-scout-fine-tuning-toolkit.svg<");
    }

    @Test
    void whatIsNotSetIsNotClaimed() {
        var unset = new OperatorSettings(" ", "", "", "").view();

        assertThat(unset.complete()).isFalse();
        assertThat(unset.name()).isNull();
        assertThat(new OperatorSettings("A", " B ", "c@d.example", "").view())
                .isEqualTo(new OperatorSettings.OperatorView("A", "B", "c@d.example", null))
                .satisfies(view -> assertThat(view.complete()).isTrue());
    }
}
