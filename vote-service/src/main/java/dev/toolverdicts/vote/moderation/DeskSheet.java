package dev.toolverdicts.vote.moderation;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.web.Refusal;
import dev.toolverdicts.vote.web.SitePage;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The frame around a page of the desk, and the pieces that its pages share, as HTML.
final class DeskSheet {

    private static final String FRAME = SitePage.resource("site/desk.html");

    private DeskSheet() {}

    /// @param trouble what went wrong, to be heard first; null when nothing did
    static String page(String title, @Nullable String trouble, String main) {
        return FRAME.replace("{{title}}", escaped(title)).replace("{{main}}", """
                <p class="kicker"><a href="/desk">Desk</a> · <a href="/desk/votes">Held votes</a></p>
                <h1>%s</h1>
                %s
                <nav class="after" aria-label="Votes"><ul class="inline-list"><li><a href="/desk/votes">Held</a></li>\
                <li><a href="/desk/votes?state=discarded">Discarded</a></li><li><a href="/desk/votes/decisions">Decisions</a></li>\
                <li><a href="/desk/votes/reasons">Reasons</a></li></ul></nav>
                %s""".formatted(
                        escaped(title),
                        trouble == null ? "" : "<p class=\"trouble\" role=\"alert\">%s</p>".formatted(escaped(trouble)),
                        main));
    }

    static String name(KnownTools tools, UUID toolId) {
        return tools.find(toolId).map(KnownTool::name).orElse("A tool that is no longer listed");
    }

    static int status(Refusal refused) {
        return refused.getStatusCode().value();
    }

    /// In the largest unit of which there are two, so that nobody reads "1 day" for nearly two.
    static String lasted(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " hours";
        }
        return time.toMinutes() == 1 ? "1 minute" : time.toMinutes() + " minutes";
    }

    static String votes(long count) {
        return count == 1 ? "1 vote" : count + " votes";
    }

    static String more(@Nullable String address, String words) {
        return address == null
                ? ""
                : "<p class=\"after\"><a rel=\"next\" href=\"%s\">%s</a></p>".formatted(escaped(address), words);
    }
}
