package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page as a picture under `target/screenshots`, after the checks of it that a machine can make.
class LookIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "home, /",
        "compare, " + Sample.SEED_PAGE,
        "tool, /tool/" + Sample.MISTRAL,
        "panel, /panel",
        "my-votes, /my-votes",
    })
    void aPageIsAccessibleAndFitsThePhone(String name, String path) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            look(name + "-phone", path, 390, 844, scheme);
            look(name + "-desktop", path, 1280, 900, scheme);
        }
    }

    private static void look(String name, String path, int width, int height, ColorScheme scheme) {
        Page page = chromium.visitor(
                new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        String about = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);

        assertThat(page.navigate(path).status()).as(about).isEqualTo(200);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(about + ".png")));

        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is not wider than the window", about)
                .isEqualTo(width);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, Rule::getHelp, Rule::getNodes)
                .as("%s has no barriers", about)
                .isEmpty();
        assertThat(complaints).as("%s on the console", about).isEmpty();
        page.context().close();
    }
}
