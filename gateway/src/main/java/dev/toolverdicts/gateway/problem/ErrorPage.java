package dev.toolverdicts.gateway.problem;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The same problem for people: a small complete page that quotes nothing of the request.
@Component
public class ErrorPage {

    private final String site;
    private final String styles;

    ErrorPage(SiteSettings settings) {
        this.site = HtmlUtils.htmlEscape(settings.name());
        this.styles = HtmlUtils.htmlEscape(settings.styles());
    }

    /// Whether people asked, and not a program.
    public static boolean isPreferred(ServerHttpRequest request) {
        try {
            double page = 0;
            double document = 0;
            for (MediaType accepted : request.getHeaders().getAccept()) {
                if (accepted.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                        || accepted.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML)) {
                    page = Math.max(page, accepted.getQualityValue());
                } else if (accepted.getSubtype().endsWith("json")) {
                    document = Math.max(document, accepted.getQualityValue());
                }
            }
            return page > document;
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    String of(Problem problem) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s · %3$s</title>
                <link rel="stylesheet" href="%4$s">
                </head>
                <body>
                <main class="page">
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/">%3$s</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(problem.title()), HtmlUtils.htmlEscape(problem.detail()), site, styles);
    }
}
