package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.web.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// A small page that says why a form was refused and leads back.
final class RefusalPage {

    private RefusalPage() {}

    static Mono<ServerResponse> of(Refusal refusal, WayBack back) {
        ProblemDetail problem = refusal.getBody();
        return ServerResponse.status(refusal.getStatusCode())
                .headers(headers -> {
                    headers.putAll(refusal.getHeaders());
                    headers.setCacheControl("no-store");
                    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                })
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .bodyValue(page(escaped(problem.getTitle()), escaped(problem.getDetail()), escaped(back.path())));
    }

    private static String page(String title, String why, String back) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s · Tool Verdicts</title>
                <style>
                :root { color-scheme: light dark }
                body { font: 1.125rem/1.6 Georgia, serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem }
                a { color: inherit }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="%3$s">Back to the page</a></p>
                </body>
                </html>
                """.formatted(title, why, back);
    }

    private static String escaped(@Nullable String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text);
    }
}
