package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Pages as pictures under `target/screenshots`, after the checks of them that a machine can make.
record Look(Chromium chromium) implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /// Put into a page once, and asked there. `AxeBuilder` puts it in anew for each question and asks a second page as
    /// well, for the sake of frames, which we have none of: that takes ten times as long.
    private static final String AXE = axe();

    private static final String BARRIERS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
                rule => `${rule.id}: ${rule.help}, at ${rule.nodes.map(node => node.target.join(' ')).join(', ')}`)""";

    /// On a phone in light, on a desktop in dark, and at the narrowest (WCAG 1.4.10).
    void at(String name, String path) {
        at(name, path, Map.of());
    }

    /// As somebody who is signed in; pages of the desk are not looked at at the narrowest yet.
    void at(String name, String path, String token) {
        at(name, path, Map.of("Authorization", "Bearer " + token));
    }

    /// One visit, seen twice: a width shows its barriers in either colour, and a colour at either width.
    private void at(String name, String path, Map<String, String> headers) {
        List<String> complaints = new ArrayList<>();
        Page page = chromium.visitor(new NewContextOptions().setExtraHTTPHeaders(headers));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);

        assertThat(page.navigate(path).status()).as(name).isEqualTo(200);
        page.evaluate(AXE);
        if (headers.isEmpty()) {
            page.setViewportSize(320, 640);
            fits(page, name + " at the narrowest");
        }
        page.setViewportSize(390, 844);
        see(page, name + "-phone-light", ColorScheme.LIGHT);
        page.setViewportSize(1280, 900);
        see(page, name + "-desktop-dark", ColorScheme.DARK);

        assertThat(complaints).as("%s on the console", name).isEmpty();
        page.context().close();
    }

    private static void see(Page page, String about, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(about + ".png")));
        fits(page, about);
        assertThat((List<?>) page.evaluate(BARRIERS))
                .as("%s has no barriers", about)
                .isEmpty();
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fits(Page page, String about) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is not wider than the window", about)
                .isEqualTo(page.viewportSize().width);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
