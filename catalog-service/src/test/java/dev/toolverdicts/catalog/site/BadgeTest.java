package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakenDown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Element;

class BadgeTest {

    private final FixedPages pages = new FixedPages().with(Samples.SCOUT, Samples.MISTRAL);

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    private static Element parsed(MockHttpServletResponse answer) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getContentAsByteArray()))
                .getDocumentElement();
    }

    @Test
    void aBadgeIsASmallPictureThatIsKeptForFiveMinutes() throws Exception {
        MockHttpServletResponse badge = open("/badge/mistral-3b.svg");

        assertThat(badge.getStatus()).isEqualTo(200);
        assertThat(badge.getContentType()).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(badge.getHeaders("Cache-Control")).containsExactly("max-age=300, public");
        assertThat(badge.getHeader("ETag")).isNotBlank();
        assertThat(badge.getHeader("Set-Cookie")).isNull();
        assertThat(badge.getContentAsByteArray().length).isLessThan(2_000);
        Element svg = parsed(badge);
        assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getAttribute("height")).isEqualTo("24");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Tool Verdicts on Mistral 3B: Ship, 4 ship / 0 skip");
        assertThat(svg.getTextContent()).contains("Tool Verdicts", "Ship 4–0");
    }

    @ParameterizedTest
    @CsvSource({"3,1,ship,Ship 3–1", "2,2,mixed,Mixed 2–2", "1,3,skip,Skip 1–3", "1,1,pending,Pending 1–1"})
    void itShowsTheVerdict(int ships, int skips, String verdict, String words) throws Exception {
        pages.with(Samples.tool("aaa", "Aaa").panel(ships, skips, verdict).card());

        assertThat(parsed(open("/badge/aaa.svg")).getTextContent()).contains(words);
    }

    @Test
    void anotherVerdictIsAnotherBadge() throws Exception {
        String before = open("/badge/mistral-3b.svg").getHeader("ETag");
        pages.tools.clear();
        pages.with(Samples.tool("mistral-3b", "Mistral 3B").panel(1, 3, "skip").card());

        assertThat(open("/badge/mistral-3b.svg").getHeader("ETag")).isNotEqualTo(before);
    }

    @Test
    void themesDifferInColourAlone() throws Exception {
        String light = open("/badge/mistral-3b.svg").getContentAsString(UTF_8);
        String dark = open("/badge/mistral-3b.svg?theme=dark").getContentAsString(UTF_8);
        String mono = open("/badge/mistral-3b.svg?theme=mono").getContentAsString(UTF_8);

        assertThat(open("/badge/mistral-3b.svg?theme=nonsense").getContentAsString(UTF_8))
                .isEqualTo(light);
        assertThat(light).contains(Palette.LIGHT.ship().ink()).isNotEqualTo(dark);
        assertThat(dark).contains(Palette.DARK.ship().ink());
        assertThat(mono).doesNotContain(Palette.LIGHT.ship().ink());
        String colours = "#[0-9a-f]{6}";
        assertThat(dark.replaceAll(colours, "")).isEqualTo(light.replaceAll(colours, ""));
        assertThat(mono.replaceAll(colours, "")).isEqualTo(light.replaceAll(colours, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A <b>bold</b> & \"quoted\" tool", "Naïve – “tool” 😀", "\uFFFE"})
    void anyNameMakesAPicture(String name) throws Exception {
        pages.with(Samples.tool("odd", name).panel(4, 0, "ship").card());

        MockHttpServletResponse badge = open("/badge/odd.svg");
        assertThat(parsed(badge).getAttribute("aria-label")).contains(name.replace("\uFFFE", ""));
        assertThat(badge.getContentAsString(UTF_8)).doesNotContain("<b>", "style", "script", "href");
    }

    @Test
    void aFormerAddressStillHasTheBadge() throws Exception {
        pages.renamed.put("mistral-three-b", "mistral-3b");

        MockHttpServletResponse badge = open("/badge/mistral-three-b.svg");
        assertThat(badge.getStatus()).isEqualTo(200);
        assertThat(badge.getContentAsString(UTF_8))
                .isEqualTo(open("/badge/mistral-3b.svg").getContentAsString(UTF_8));
        assertThat(open("/badge/mistral-three-b").getHeader("Location")).isEqualTo("/tool/mistral-3b");
    }

    @Test
    void aToolThatIsNotShownHasANeutralBadge() throws Exception {
        pages.takenDown.put("gone", new TakenDown("A reason", Samples.AS_OF));

        MockHttpServletResponse gone = open("/badge/gone.svg");
        assertThat(gone.getStatus()).isEqualTo(200);
        assertThat(parsed(gone).getTextContent()).contains("Not listed").doesNotContain("Ship", "Skip");
        MockHttpServletResponse unknown = open("/badge/nothing.svg");
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(parsed(unknown).getTextContent()).contains("No such tool");
        assertThat(open("/badge/%00.svg").getStatus()).isEqualTo(404);
    }

    @Test
    void aBadgeLeadsToItsTool() throws Exception {
        MockHttpServletResponse click = open("/badge/mistral-3b");

        assertThat(click.getStatus()).isEqualTo(302);
        assertThat(click.getHeader("Location")).isEqualTo("/tool/mistral-3b");
        assertThat(click.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(open("/badge/nothing").getStatus()).isEqualTo(404);
    }

    @Test
    void theToolsPageHasWhatToPaste() throws Exception {
        pages.with(Samples.tool("odd", "A <i>\"very\"</i> [odd] tool").card());
        String page = open("/tool/odd").getContentAsString(UTF_8);

        assertThat(Html.text(page))
                .contains(
                        "Embed this verdict",
                        "<a href=\"https://verdicts.example/badge/odd\"><img src=\"https://verdicts.example/badge/odd.svg\""
                                + " alt=\"Tool Verdicts on A &lt;i&gt;&quot;very&quot;&lt;/i&gt; [odd] tool\" height=\"24\"></a>",
                        "[![Tool Verdicts on A \\<i\\>\"very\"\\</i\\> \\[odd\\] tool](https://verdicts.example/badge/odd.svg)]"
                                + "(https://verdicts.example/badge/odd)");
        assertThat(page).containsPattern("<img src=\"/badge/odd.svg\" width=\"[0-9]+\" height=\"24\"");
    }

    /// Pictures cannot ask the style sheet, so their colours are written twice.
    @Test
    void theColoursAreThoseOfTheStyleSheet() throws IOException {
        String css;
        try (InputStream file = new ClassPathResource("static/assets/site.css").getInputStream()) {
            css = new String(file.readAllBytes(), UTF_8);
        }
        int dark = css.indexOf("prefers-color-scheme:dark");
        assertThat(colours(css.substring(0, dark))).containsAllEntriesOf(colours(Palette.LIGHT));
        assertThat(colours(css.substring(dark, css.indexOf("/* ground */"))))
                .containsAllEntriesOf(colours(Palette.DARK));
    }

    private static Map<String, String> colours(String css) {
        var colours = new TreeMap<String, String>();
        Pattern.compile("--([a-z-]+):(#[0-9a-f]{6})")
                .matcher(css)
                .results()
                .forEach(found -> colours.put(found.group(1), found.group(2).toLowerCase(Locale.ROOT)));
        return colours;
    }

    private static Map<String, String> colours(Palette palette) {
        return Map.of(
                "paper", palette.paper(),
                "ink", palette.ink(),
                "quiet", palette.quiet(),
                "ship", palette.ship().ink(),
                "ship-soft", palette.ship().soft(),
                "mixed", palette.mixed().ink(),
                "mixed-soft", palette.mixed().soft(),
                "skip", palette.skip().ink(),
                "skip-soft", palette.skip().soft(),
                "pending", palette.pending().ink());
    }
}
