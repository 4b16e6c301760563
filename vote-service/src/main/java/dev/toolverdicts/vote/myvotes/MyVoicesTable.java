package dev.toolverdicts.vote.myvotes;

import static dev.toolverdicts.vote.web.SitePage.escaped;
import static java.util.stream.Collectors.joining;

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
                <table class="sheet-table">
                <caption class="unseen">Your roles and reasons, the latest first</caption>
                <thead><tr><th scope="col">Tool</th><th scope="col">As</th>\
                <th scope="col">Why</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>""".formatted(said.stream().map(MyVoicesTable::row).collect(joining("\n")));
    }

    private static String row(MyVoice voice) {
        return """
                <tr><th scope="row"><span class="row-name">%s</span></th>\
                <td><span class="cell-label" aria-hidden="true">As</span>%s</td>\
                <td><span class="cell-label" aria-hidden="true">Why</span>%s</td></tr>""".formatted(tool(voice), voice.role() == null ? "—" : voice.role(), why(voice));
    }

    private static String tool(MyVoice voice) {
        String name = voice.name() == null ? "A tool that is no longer listed" : escaped(voice.name());
        return voice.tool() == null ? name : "<a href=\"/tool/%s\">%s</a>".formatted(escaped(voice.tool()), name);
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
