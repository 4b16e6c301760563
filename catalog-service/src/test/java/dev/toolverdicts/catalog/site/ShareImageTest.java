package dev.toolverdicts.catalog.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ShareImageTest {

    private final FixedPages pages =
            new FixedPages().with(Samples.SCOUT, Samples.MISTRAL).with(Samples.seed());

    private MockHttpServletResponse open(String address) throws Exception {
        try (Site site = new Site(pages)) {
            return site.open(address);
        }
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// How many points of the picture have a colour.
    private static int count(BufferedImage image, String colour) {
        int wanted = Color.decode(colour).getRGB();
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getRGB(x, y) == wanted ? 1 : 0;
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/og/site.png",
                "/og/tool/mistral-3b.png",
                "/og/compare/llama-4-scout-fine-tuning-toolkit-vs-mistral-3b.png"
            })
    void aPictureIsAPngOfTheUsualSizeAndSmall(String address) throws Exception {
        MockHttpServletResponse answer = open(address);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("max-age=300, public");
        assertThat(answer.getHeader("ETag")).isNotBlank();
        assertThat(answer.getContentAsByteArray())
                .startsWith(0x89, 'P', 'N', 'G')
                .hasSizeLessThan(100_000);
        BufferedImage image = image(answer.getContentAsByteArray());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(count(image, Palette.LIGHT.ink())).as("something is written").isGreaterThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({"4,0,ship", "2,2,mixed", "1,3,skip"})
    void itShowsTheVerdictInItsColourAndNoOther(int ships, int skips, String verdict) throws Exception {
        ToolCard tool = Samples.tool("aaa", "Aaa").panel(ships, skips, verdict).card();

        BufferedImage image = image(ShareImage.png(ShareCard.of(tool)));
        for (String other : List.of("ship", "mixed", "skip")) {
            String soft = Palette.LIGHT.tone(VerdictView.of(other)).soft();
            assertThat(count(image, soft) > 1_000).as(other).isEqualTo(other.equals(verdict));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LONG_NAME,
                "A",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "日本語の名前 😀",
                "  two  blanks  "
            })
    void anyNameFits(String name) throws Exception {
        ToolCard tool = Samples.tool("aaa", name).panel(4, 0, "ship").card();
        List<ToolCard> five = List.of(tool, tool, tool, tool, tool);

        for (ShareCard card : List.of(ShareCard.of(tool), ShareCard.of(five))) {
            BufferedImage image = image(ShareImage.png(card));
            for (int y = 130; y < image.getHeight(); y++) {
                assertThat(image.getRGB(image.getWidth() - 30, y))
                        .as("nothing runs over the edge")
                        .isEqualTo(Color.decode(Palette.LIGHT.paper()).getRGB());
            }
        }
    }

    @Test
    void anotherVerdictIsAnotherPictureAtAnotherAddress() throws Exception {
        String page = open("/tool/mistral-3b").getContentAsString(UTF_8);
        String before = open("/og/tool/mistral-3b.png").getHeader("ETag");
        pages.tools.clear();
        pages.with(Samples.tool("mistral-3b", "Mistral 3B").panel(1, 3, "skip").card());

        assertThat(open("/og/tool/mistral-3b.png").getHeader("ETag")).isNotEqualTo(before);
        assertThat(preview(open("/tool/mistral-3b").getContentAsString(UTF_8)))
                .startsWith("https://verdicts.example/og/tool/mistral-3b.png?v=")
                .isNotEqualTo(preview(page));
    }

    private static String preview(String page) {
        String start = "<meta property=\"og:image\" content=\"";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf('"', from));
    }

    @Test
    void pagesNameTheirPictureAndSayWhatIsOnIt() throws Exception {
        assertThat(open("/tool/mistral-3b").getContentAsString(UTF_8))
                .contains(
                        "<meta property=\"og:image:alt\" content=\"Mistral 3B: Ship, 4 ship / 0 skip · 4 of 7 critics\">",
                        "<meta property=\"og:image:width\" content=\"1200\">",
                        "<meta name=\"twitter:card\" content=\"summary_large_image\">");
        String pair = "llama-4-scout-fine-tuning-toolkit-vs-mistral-3b";
        assertThat(preview(open("/compare/" + pair).getContentAsString(UTF_8)))
                .startsWith("https://verdicts.example/og/compare/" + pair + ".png?v=");
        assertThat(preview(open("/panel").getContentAsString(UTF_8))).isEqualTo("https://verdicts.example/og/site.png");
    }

    @Test
    void aPictureGoesWhereItsPageGoes() throws Exception {
        pages.renamed.put("mistral-three-b", "mistral-3b");
        pages.takenDown.put("gone", new TakenDown("A reason", Samples.AS_OF));

        assertThat(open("/og/tool/mistral-three-b.png").getHeader("Location")).isEqualTo("/og/tool/mistral-3b.png");
        assertThat(open("/og/tool/gone.png").getStatus()).isEqualTo(410);
        assertThat(open("/og/tool/nothing.png").getStatus()).isEqualTo(404);
        assertThat(open("/og/compare/nothing-vs-mistral-3b.png").getStatus()).isEqualTo(404);
    }

    @Test
    void whatWasDrawnIsKept() {
        var images = new ShareImages();

        byte[] first = images.of(ShareCard.SITE).orElseThrow();
        assertThat(images.of(new ShareCard(ShareCard.SITE.kicker(), List.of()))).containsSame(first);
    }
}
