package dev.toolverdicts.review.desk;

import static dev.toolverdicts.review.desk.Sheet.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.review.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk's lists as HTML.
final class ReviewLists {

    private final String criticKey;
    private final Instant now;

    ReviewLists(String criticKey, Instant now) {
        this.criticKey = criticKey;
        this.now = now;
    }

    static String critics(List<CriticLine> critics) {
        return critics.stream()
                .map(critic -> """
                        <li><a class="row-name" href="/desk/reviews/%s">%s</a><span class="row-line">%s · %s, %d due for another look</span></li>""".formatted(
                                escaped(critic.key()),
                                escaped(critic.name()),
                                escaped(critic.role()),
                                critic.current() == 1 ? "1 review" : critic.current() + " reviews",
                                critic.due()))
                .collect(joining("\n", "<ul class=\"lines\">", "</ul>"));
    }

    String search(String part) {
        return """
                <form class="newsletter" method="get" action="/desk/reviews/%s">
                <label for="q">Name of a tool contains</label>
                <input id="q" class="share" name="q" maxlength="120" value="%s">
                <button type="submit">Find</button>
                </form>""".formatted(escaped(criticKey), escaped(part));
    }

    /// @param next the query of the next page, null on the last one
    String section(String id, String heading, String none, List<ToolLine> tools, @Nullable String next) {
        return """
                <section class="section" aria-labelledby="%1$s">
                <h2 id="%1$s">%2$s</h2>
                %3$s
                %4$s
                </section>""".formatted(
                id,
                heading,
                tools.isEmpty()
                        ? "<p>%s</p>".formatted(none)
                        : tools.stream().map(this::line).collect(joining("\n", "<ul class=\"lines\">", "</ul>")),
                next == null
                        ? ""
                        : "<p class=\"after\"><a rel=\"next\" href=\"/desk/reviews/%s?%s#%s\">More</a></p>"
                                .formatted(escaped(criticKey), escaped(next), id));
    }

    private String line(ToolLine tool) {
        ToolLine.Written written = tool.written();
        return "<li><a class=\"row-name\" href=\"/desk/reviews/%s/%s\">%s</a><span class=\"row-line\">%s</span></li>"
                .formatted(
                        escaped(criticKey),
                        escaped(tool.slug()),
                        escaped(tool.name()),
                        written == null ? "No review yet" : said(written));
    }

    private String said(ToolLine.Written written) {
        Instant dueAt = written.dueAt();
        return "%s · %d · text of %s, another look %s"
                .formatted(
                        written.verdict().equals("ship") ? "Ship" : "Skip",
                        written.score(),
                        Words.day(written.revisedAt()),
                        now.isBefore(dueAt)
                                ? "due by " + Words.day(dueAt)
                                : "<strong>due since " + Words.day(dueAt) + "</strong>");
    }
}
