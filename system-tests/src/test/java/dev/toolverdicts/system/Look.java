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
import java.util.Map;
import java.util.Optional;

/// Pages as pictures under `target/screenshots`, after the checks of them that a machine can make.
record Look(Chromium chromium) implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /// For stories that can do without a browser.
    static Optional<Look> ifPossible() {
        return Chromium.isThere() ? Optional.of(new Look(Chromium.open())) : Optional.empty();
    }

    /// On a phone and on a desktop, light and dark.
    void at(String name, String path) {
        at(name, path, Map.of());
    }

    /// As somebody who is signed in.
    void at(String name, String path, String token) {
        at(name, path, Map.of("Authorization", "Bearer " + token));
    }

    private void at(String name, String path, Map<String, String> headers) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            var options = new NewContextOptions().setColorScheme(scheme).setExtraHTTPHeaders(headers);
            look(name + "-phone-" + scheme, path, options.setViewportSize(390, 844));
            look(name + "-desktop-" + scheme, path, options.setViewportSize(1280, 900));
        }
    }

    private void look(String name, String path, NewContextOptions options) {
        Page page = chromium.visitor(options);
        String about = name.toLowerCase(Locale.ROOT);
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
                .isEqualTo(page.viewportSize().width);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, Rule::getHelp, Rule::getNodes)
                .as("%s has no barriers", about)
                .isEmpty();
        assertThat(complaints).as("%s on the console", about).isEmpty();
        page.context().close();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
