package dev.toolverdicts.vote.myvotes;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.platform.operations.Html;
import java.util.List;

/// A voter's own ballots on two tools, as a table.
final class MyDuelsTable {

    private MyDuelsTable() {}

    static String of(List<MyDuel> duels) {
        return """
                <section class="section" aria-labelledby="duels">
                <h2 id="duels">Which one you would ship</h2>
                %s
                </section>""".formatted(Html.table(
                "Your choices between two tools, the latest first",
                List.of("Tools", "Your choice", "Cast"),
                duels.stream().map(MyDuelsTable::row).toList()));
    }

    private static List<String> row(MyDuel duel) {
        return List.of(
                "<span class=\"row-name\">%s</span>".formatted(both(duel)),
                choice(duel),
                MyVotesPage.time(duel.castAt()));
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
        return MyVotesPage.tool(null, side.name());
    }
}
