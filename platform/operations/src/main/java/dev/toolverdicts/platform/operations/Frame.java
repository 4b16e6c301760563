package dev.toolverdicts.platform.operations;

import static dev.toolverdicts.platform.operations.Html.link;
import static dev.toolverdicts.platform.operations.Html.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The site's frame around a page of the desk, with the way to the other services' desks.
final class Frame {

    private final OperationsSettings settings;

    Frame(OperationsSettings settings) {
        this.settings = settings;
    }

    /// @param trouble what went wrong, to be heard first; null when nothing did
    /// @param main as HTML
    String page(String title, @Nullable String trouble, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s · %2$s · Operations</title>
                <meta name="color-scheme" content="light dark">
                <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
                <link rel="stylesheet" href="/assets/site.css">
                </head>
                <body class="page">
                <a class="skip-link" href="#main">Skip to the content</a>
                <header class="masthead">
                <div class="wrap">
                <a class="nameplate" href="/">%3$s</a>
                <nav aria-label="Services"><ul>%4$s</ul></nav>
                </div>
                </header>
                <main id="main" class="wrap" tabindex="-1">
                <p class="kicker"><a href="/desk">Desk</a> · %5$s</p>
                <h1>%1$s</h1>
                %6$s
                <nav class="after" aria-label="This service"><ul class="inline-list">%7$s</ul></nav>
                %8$s
                </main>
                </body>
                </html>
                """.formatted(
                        text(title),
                        text(settings.service()),
                        text(settings.site()),
                        services(),
                        link(settings.desk(), "Operations of " + settings.service()),
                        trouble == null ? "" : "<p class=\"trouble\" role=\"alert\">%s</p>".formatted(text(trouble)),
                        here(),
                        main);
    }

    private String services() {
        return settings.services().stream()
                .map(service -> "<li><a href=\"/desk/operations/%1$s\"%2$s>%1$s</a></li>"
                        .formatted(text(service), service.equals(settings.service()) ? " aria-current=\"page\"" : ""))
                .collect(Collectors.joining());
    }

    private String here() {
        Stream<String> own = settings.pages().entrySet().stream().map(page -> link(page.getKey(), page.getValue()));
        return Stream.of(
                        Stream.of(
                                link(settings.desk(), "Overview"),
                                link(settings.desk() + "/dead-letters?state=waiting", "Dead letters")),
                        own,
                        Stream.of(link(settings.desk() + "/audit", "Audit")))
                .flatMap(links -> links)
                .map(each -> "<li>%s</li>".formatted(each))
                .collect(Collectors.joining());
    }
}
