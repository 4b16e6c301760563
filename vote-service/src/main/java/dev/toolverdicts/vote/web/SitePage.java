package dev.toolverdicts.vote.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// A complete page in the site's frame.
public final class SitePage {

    private static final String FRAME = resource("site/frame.html");

    private final String name;
    private final String title;
    private final String head;
    private final String main;

    /// One that no search engine keeps.
    ///
    /// @param name which page of the site it is, as whoever signs up for the newsletter there is noted
    /// @param main what stands in it, as HTML
    public SitePage(String name, String title, String main) {
        this(name, title, "<meta name=\"robots\" content=\"noindex\">", main);
    }

    private SitePage(String name, String title, String head, String main) {
        this.name = name;
        this.title = title;
        this.head = head;
        this.main = main;
    }

    /// One that is to be found.
    ///
    /// @param address where it is, whole
    public static SitePage found(String name, String title, String description, String address, String main) {
        return new SitePage(name, title, """
                <meta name="description" content="%s">
                <link rel="canonical" href="%s">""".formatted(escaped(description), escaped(address)), main);
    }

    public String html() {
        return FRAME.replace("{{title}}", escaped(title))
                .replace("{{head}}", head)
                .replace("{{page}}", name)
                .replace("{{main}}", main);
    }

    /// Answers the page, for its visitor only.
    public Mono<ServerResponse> answer(ServerResponse.BodyBuilder answer) {
        return answer.headers(headers -> headers.setCacheControl("private, no-store"))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .bodyValue(html());
    }

    public Mono<ServerResponse> answer(HttpStatusCode status) {
        return answer(ServerResponse.status(status));
    }

    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    public static String resource(String path) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
