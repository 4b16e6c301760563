package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
