package dev.toolverdicts.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser that is installed on this machine; none is downloaded.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> ON_MACOS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /// Skips what asks for it where there is no browser.
    static Chromium open() {
        Optional<Path> program = find();
        assumeTrue(program.isPresent(), "No Chromium found, so the stories in a browser are skipped");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    static boolean isThere() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, ON_MACOS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A new visitor's first page, at addresses of the running system.
    Page visitor(NewContextOptions options) {
        BrowserContext context =
                browser.newContext(options.setBaseURL(Stack.running().url()));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
