package dev.toolverdicts.vote.myvotes;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.platform.operations.Html;
import dev.toolverdicts.vote.voice.ReasonState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a voter has said with their votes, as a table.
final class MyVoicesTable {

    private MyVoicesTable() {}

    static String of(List<MyVoice> said) {
        return """
                <section class="section" aria-labelledby="said">
                <h2 id="said">What you said with them</h2>
                %s
                </section>""".formatted(Html.table(
                "Your roles and reasons, the latest first",
                List.of("Tool", "As", "Why"),
                said.stream().map(MyVoicesTable::row).toList()));
    }

    private static List<String> row(MyVoice voice) {
        return List.of(
                "<span class=\"row-name\">%s</span>".formatted(MyVotesPage.tool(voice.tool(), voice.name())),
                voice.role() == null ? "—" : voice.role().toString(),
                why(voice));
    }

    private static String why(MyVoice voice) {
        return voice.reason() == null
                ? "—"
                : "%s <span class=\"row-line\">%s</span>"
                        .formatted(escaped(voice.reason()), state(voice.reasonState()));
    }

    private static String state(@Nullable ReasonState state) {
        return state == ReasonState.SHOWN
                ? "Others read it while your vote counts and stays what it was then"
                : state == ReasonState.REJECTED ? "Not shown to others" : "A moderator reads it first";
    }
}
