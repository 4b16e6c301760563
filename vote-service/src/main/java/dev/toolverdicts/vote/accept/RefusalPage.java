package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// A small page that says why a form was refused and leads back, or on.
final class RefusalPage {

    private RefusalPage() {}

    static Mono<ServerResponse> of(Refusal refusal, WayBack back) {
        return answer(refusal, back, "");
    }

    /// With one button that casts the same vote with a form that is valid now: the voter's click is not lost because
    /// their page could not be given a token in time.
    static Mono<ServerResponse> again(Refusal refusal, WayBack back, String slug, Choice choice, String token) {
        String label = switch (choice) {
            case SHIP -> "Ship it";
            case SKIP -> "Skip it";
            case NONE -> "Take it back";
        };
        return answer(refusal, back, """
                <form class="vote" method="post" action="/tool/%s/vote">
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="back" value="%s">
                <button name="choice" value="%s">%s</button>
                </form>
                """.formatted(escaped(slug), escaped(token), escaped(back.path()), choice, label));
    }

    private static Mono<ServerResponse> answer(Refusal refusal, WayBack back, String form) {
        ProblemDetail problem = refusal.getBody();
        return ServerResponse.status(refusal.getStatusCode())
                .headers(headers -> {
                    headers.putAll(refusal.getHeaders());
                    headers.setCacheControl("no-store");
                })
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .bodyValue(page(escaped(problem.getTitle()), escaped(problem.getDetail()), form, escaped(back.path())));
    }

    private static String page(String title, String why, String form, String back) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s · Tool Verdicts</title>
                <link rel="stylesheet" href="/assets/site.css">
                </head>
                <body>
                <main class="wrap">
                <h1>%1$s</h1>
                <p class="lead">%2$s</p>
                %3$s<p><a href="%4$s">Back to the page</a></p>
                </main>
                </body>
                </html>
                """.formatted(title, why, form, back);
    }

    private static String escaped(@Nullable String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text);
    }
}
