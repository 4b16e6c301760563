package dev.toolverdicts.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The same problem for people: a small complete page that quotes nothing of the request but a form,
/// and the page of this site that it stands on, to whoever sent it.
@Component
public class ErrorPage {

    private static final String FORM = template();

    private final String site;
    private final String styles;
    private final CameFrom cameFrom;

    ErrorPage(SiteSettings settings) {
        this.site = HtmlUtils.htmlEscape(settings.name());
        this.styles = HtmlUtils.htmlEscape(settings.styles());
        this.cameFrom = new CameFrom(settings.publicUrl());
    }

    /// Its classes are words of the site, which no code here knows.
    private static String template() {
        try {
            return new ClassPathResource("pages/kept-form.html").getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
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

    String of(Problem problem, ServerHttpRequest request) {
        String back = cameFrom.of(request)
                .map(path -> "\n<p><a href=\"%s\">Back to the page</a></p>".formatted(HtmlUtils.htmlEscape(path)))
                .orElse("");
        return page(problem, "<p>" + HtmlUtils.htmlEscape(problem.detail()) + "</p>" + back);
    }

    /// With the form as it was filled in, and what to do with it.
    String of(Problem problem, KeptForm form) {
        return page(
                problem,
                FORM.formatted(
                        HtmlUtils.htmlEscape(form.advice()),
                        HtmlUtils.htmlEscape(form.address()),
                        HtmlUtils.htmlEscape(form.label()),
                        HtmlUtils.htmlEscape(form.field()),
                        HtmlUtils.htmlEscape(form.type()),
                        HtmlUtils.htmlEscape(form.typed()),
                        hidden(form),
                        HtmlUtils.htmlEscape(form.button())));
    }

    private static String hidden(KeptForm form) {
        return form.hidden().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                        .formatted(HtmlUtils.htmlEscape(field.getKey()), HtmlUtils.htmlEscape(field.getValue())))
                .collect(Collectors.joining());
    }

    private String page(Problem problem, String content) {
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
                %2$s
                <p><a href="/">%3$s</a></p>
                </main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(problem.title()), content, site, styles);
    }
}
