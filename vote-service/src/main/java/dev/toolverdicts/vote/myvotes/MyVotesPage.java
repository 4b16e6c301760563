package dev.toolverdicts.vote.myvotes;

import static dev.toolverdicts.vote.web.SitePage.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.vote.myvotes.MyVotesController.Own;
import dev.toolverdicts.vote.ruling.Reasons;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.SitePage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `/my-votes` and its confirmation, as complete HTML.
final class MyVotesPage {

    private static final String NAME = "my-votes";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String WHAT_STAYS = """
            <h2>What stays</h2>
            <p>For each tool one line in our log that says “no vote”, under an id made from your cookie by a one-way key, with the \
            hour that cookie was first seen. Without it your vote would come back when the log is counted again. If a vote \
            was held, a line stays that something was decided, without the reason; and how many votes were decided about on a day stays in the audit. \
            Your choices are overwritten in the database at once, those between two tools deleted, and so is what you said with your votes; older lines of the log go when it is compacted, after seven \
            days at the earliest. Nightly datasets of before keep them until their days are over, under names drawn by lot: we cannot find yours in them.</p>
            <p>Delete this site’s cookie as well, and nobody can tell any more whose line it was, not even we.</p>""";

    private static final String WHAT_YOU_CAN_DO = """
            <section class="section columns" aria-label="What you can do">
            <div>
            <h2>Take them along</h2>
            <p><a href="/api/v1/my-votes/export" download>Download everything stored about them (JSON)</a></p>
            <p class="quiet small">Beside your choice and its time: your network as a keyed hash, another one every day; the hour your cookie was \
            first seen; and which other site had sent you here within the hour, its name alone. Of a choice between two tools: that, and its time. What you said with a vote, and what a moderator \
            decided about it.</p>
            </div>
            <div>
            <h2>Delete them</h2>
            <p>All of them leave the tallies. <a href="/my-votes/delete">Delete all my votes…</a></p>
            </div>
            </section>""";

    private final String contact;

    MyVotesPage(String contact) {
        this.contact = escaped(contact);
    }

    /// @param deleted whether the visitor has just deleted everything
    /// @param more what follows, as HTML
    SitePage list(Own own, boolean deleted, String more) {
        List<MyVote> votes = own.votes();
        return new SitePage(NAME, "My votes", """
                <p class="kicker">Your own page</p>
                <h1>My votes</h1>
                %s
                %s
                %s
                %s
                %s
                %s""".formatted(
                        lead(own, deleted),
                        votes.isEmpty() ? "" : all(votes),
                        own.said().isEmpty() ? "" : MyVoicesTable.of(own.said()),
                        own.duels().isEmpty() ? "" : MyDuelsTable.of(own.duels()),
                        own.isEmpty() ? "" : WHAT_YOU_CAN_DO,
                        more));
    }

    private static String lead(Own own, boolean deleted) {
        if (deleted) {
            return """
                    <p class="banner" role="status">Your votes are deleted, and the tallies go without them.</p>
                    %s""".formatted(
                            own.isEmpty()
                                    ? "<p><a href=\"/\">All verdicts</a></p>"
                                    : "<p class=\"lead\">What is listed here is still being taken out. Reload the page in a moment.</p>");
        }
        return own.isEmpty() ? """
                <p class="lead">No votes yet. Open a tool, ship it or skip it, and it is listed here.</p>
                <p><a href="/">All verdicts</a></p>""" : """
                <p class="lead">Every vote this browser has cast, and whether it counts. No account is needed: a cookie of this site is \
                all that ties them to you.</p>""";
    }

    private String all(List<MyVote> votes) {
        return """
                <table class="sheet-table">
                <caption class="unseen">Your votes, the latest first</caption>
                <thead><tr><th scope="col">Tool</th><th scope="col">Your vote</th>\
                <th scope="col">State</th><th scope="col">Cast</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(votes.stream().map(this::row).collect(joining("\n")));
    }

    private String row(MyVote vote) {
        return """
                <tr><th scope="row"><span class="row-name">%s</span></th>\
                <td><span class="chip chip-small %2$s"><svg class="mark" aria-hidden="true" focusable="false"><use href="#%2$s"/></svg>\
                <span>%3$s</span></span></td>\
                <td><span class="cell-label" aria-hidden="true">State</span>%4$s</td>\
                <td><span class="cell-label" aria-hidden="true">Cast</span>%5$s</td></tr>""".formatted(
                        tool(vote.tool(), vote.name()),
                        vote.choice(),
                        vote.choice() == Choice.SHIP ? "Shipped" : "Skipped",
                        state(vote),
                        time(vote.castAt()));
    }

    private String state(MyVote vote) {
        if (vote.state() == null) {
            return "Being counted";
        }
        if (vote.counted()) {
            return "Counted";
        }
        String reason = vote.reason() == null ? "" : ": " + escaped(Reasons.inWords(vote.reason()));
        return "%s%s. <span class=\"small\">If that is a mistake, write to <a href=\"mailto:%3$s\">%3$s</a>.</span>"
                .formatted(vote.state().equals("held") ? "Held" : "Taken out", reason, contact);
    }

    /// By its name, which leads to its page where it has one.
    static String tool(@Nullable String slug, @Nullable String name) {
        String words = name == null ? "A tool that is no longer listed" : escaped(name);
        return slug == null ? words : "<a href=\"/tool/%s\">%s</a>".formatted(escaped(slug), words);
    }

    static String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at.truncatedTo(ChronoUnit.SECONDS), DAY.format(at));
    }

    SitePage confirm(Own own, String token) {
        return new SitePage(NAME, "Delete all my votes", """
                <p class="kicker"><a href="/my-votes">My votes</a></p>
                <h1>Delete all my votes?</h1>
                <p class="lead">%s the tallies within seconds. This cannot be undone, but you can vote again.</p>
                <form class="vote" method="post" action="/my-votes/delete">
                <input type="hidden" name="formToken" value="%s">
                <button>Delete all my votes</button>
                </form>
                <p class="after"><a href="/my-votes">Keep them</a></p>
                <section class="section">
                %s
                </section>""".formatted(
                        leaving(own.votes().size() + own.duels().size()), escaped(token), WHAT_STAYS));
    }

    private static String leaving(int votes) {
        return votes == 1 ? "Your one vote leaves" : "Your %d votes leave".formatted(votes);
    }

    /// Says why not, and leads back.
    static SitePage refused(String title, String why) {
        return new SitePage(NAME, title, """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><a href="/my-votes">Back to my votes</a></p>""".formatted(escaped(title), escaped(why)));
    }
}
