package dev.toolverdicts.vote.myvotes;

import static dev.toolverdicts.vote.web.SitePage.escaped;
import static java.util.stream.Collectors.joining;

import java.util.List;

/// A voter's own ballots on two tools, as a table.
final class MyDuelsTable {

    private static final String UNLISTED = "A tool that is no longer listed";

    private MyDuelsTable() {}

    static String of(List<MyDuel> duels) {
        return """
                <section class="section" aria-labelledby="duels">
                <h2 id="duels">Which one you would ship</h2>
                <table class="sheet-table">
                <caption class="unseen">Your choices between two tools, the latest first</caption>
                <thead><tr><th scope="col">Tools</th><th scope="col">Your choice</th>\
                <th scope="col">Cast</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>""".formatted(duels.stream().map(MyDuelsTable::row).collect(joining("\n")));
    }

    private static String row(MyDuel duel) {
        return """
                <tr><th scope="row"><span class="row-name">%s</span></th>\
                <td><span class="cell-label" aria-hidden="true">Your choice</span>%s</td>\
                <td><span class="cell-label" aria-hidden="true">Cast</span>%s</td></tr>""".formatted(both(duel), choice(duel), MyVotesPage.time(duel.castAt()));
    }

    /// Leads to the comparison, at its canonical address.
    private static String both(MyDuel duel) {
        String names = name(duel.a()) + " or " + name(duel.b());
        String a = duel.a().tool();
        String b = duel.b().tool();
        if (a == null || b == null) {
            return names;
        }
        String pair = a.compareTo(b) < 0 ? a + "-vs-" + b : b + "-vs-" + a;
        return "<a href=\"/compare/%s\">%s</a>".formatted(escaped(pair), names);
    }

    private static String choice(MyDuel duel) {
        MyDuel.Side shipped = duel.shipped();
        return shipped == null ? "A tie" : name(shipped);
    }

    private static String name(MyDuel.Side side) {
        String name = side.name();
        return escaped(name == null ? UNLISTED : name);
    }
}
