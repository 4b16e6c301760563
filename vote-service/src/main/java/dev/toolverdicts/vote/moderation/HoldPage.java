package dev.toolverdicts.vote.moderation;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.platform.operations.Html;
import dev.toolverdicts.vote.ruling.Reasons;
import dev.toolverdicts.vote.ruling.RulingKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Votes of one tool and one reason as HTML: whose work they are, each of them, and the form that
/// decides.
final class HoldPage {

    private final Group group;
    private final RulingKind state;
    private final String token;
    private final String address;

    HoldPage(Group group, RulingKind state, String token) {
        this.group = group;
        this.state = state;
        this.token = escaped(token);
        address = escaped("/desk/votes/" + group.toolId() + "/" + group.reason());
    }

    /// @param waits as HTML
    String lead(String waits) {
        return """
                <p class="lead">%s: %d ship, %d skip. %s: %s.</p>
                <p>%s %s.</p>""".formatted(
                DeskSheet.votes(group.votes()),
                group.ships(),
                group.skips(),
                escaped(capital(Reasons.inWords(group.reason()))),
                escaped(group.reason()),
                state == RulingKind.HELD ? "The first of them has waited" : "The first of them was discarded at",
                waits);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    String claim(String moderator) {
        String by = group.claimedBy();
        if (by == null) {
            return button(
                    "claim", "Claim them", "Nobody has claimed these votes. Claimed, they are yours for a while.");
        }
        String until = Html.time(Objects.requireNonNull(group.claimedUntil()));
        return by.equals(moderator)
                ? button("release", "Give them back", "You have claimed these votes until " + until + ".")
                : "<p class=\"banner\">%s has claimed these votes until %s.</p>".formatted(escaped(by), until);
    }

    /// @param words as HTML
    private String button(String act, String label, String words) {
        return """
                <form class="newsletter" method="post" action="%s/%s">
                <p>%s</p>
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="state" value="%s">
                <button type="submit">%s</button>
                </form>""".formatted(address, act, words, token, state, label);
    }

    /// @param form what was filled in before
    /// @param faults by field
    /// @param next the address of the next page of votes
    String decide(List<HeldVote> votes, DecisionForm form, Map<String, String> faults, @Nullable String next) {
        return """
                <form method="post" action="%1$s/decide" novalidate>
                <input type="hidden" name="formToken" value="%2$s">
                <input type="hidden" name="state" value="%3$s">
                <input type="hidden" name="seen" value="%4$s">
                %5$s
                %6$s
                <div class="section" role="radiogroup" aria-labelledby="which">
                <h2 id="which">Which of them</h2>
                %7$s
                <p><label><input type="radio" name="which" value="all"%8$s> All %9$d, on every page</label></p>
                <p><label><input type="radio" name="which" value="ticked"%10$s> Those ticked above</label></p>
                </div>
                <div class="newsletter">
                %11$s
                %12$s
                %13$s
                </div>
                <p class="inline-list after">%14$s</p>
                </form>""".formatted(
                        address,
                        token,
                        state,
                        DecisionForm.seen(group.latest()),
                        Html.table(
                                "Votes",
                                List.of("Vote", "Says", "From", "Cast"),
                                votes.stream().map(vote -> row(vote, form)).toList()),
                        DeskSheet.more(next, "More of these votes"),
                        fault("which", faults),
                        form.isFor(DecisionForm.ALL) ? " checked" : "",
                        group.votes(),
                        form.isFor(DecisionForm.TICKED) ? " checked" : "",
                        field("code", "Reason code, which their voters read", form.code(), 40, faults),
                        field("note", "Note for moderators", form.note(), RulingBody.LONGEST_NOTE, faults),
                        fault("decision", faults),
                        buttons());
    }

    private static List<String> row(HeldVote vote, DecisionForm form) {
        return List.of(
                "<label><input type=\"checkbox\" name=\"voter\" value=\"%s\"%s> Voter %s</label>"
                        .formatted(vote.voterId(), form.ticks(vote.voterId()) ? " checked" : "", start(vote.voterId())),
                escaped(vote.choice()),
                "%s%s%s"
                        .formatted(
                                escaped(vote.tier()),
                                vote.networkHash() == null ? "" : ", network " + escaped(start(vote.networkHash())),
                                vote.arrivalSite() == null ? "" : ", sent by " + escaped(vote.arrivalSite())),
                Html.time(vote.castAt())
                        + (vote.voterSince() == null
                                ? ""
                                : "<span class=\"row-line\">first seen %s</span>"
                                        .formatted(Html.time(vote.voterSince()))));
    }

    /// Enough to tell them apart on a page.
    private static String start(Object id) {
        String text = id.toString();
        return text.substring(0, Math.min(8, text.length()));
    }

    private static String field(String name, String label, String value, int most, Map<String, String> faults) {
        boolean wrong = faults.containsKey(name);
        return """
                <label for="%1$s">%2$s</label>
                %3$s
                <input id="%1$s" class="share" name="%1$s" maxlength="%4$d" autocomplete="off" value="%5$s"%6$s>""".formatted(
                        name,
                        label,
                        fault(name, faults),
                        most,
                        escaped(value),
                        wrong ? " aria-invalid=\"true\" aria-describedby=\"" + name + "-fault\"" : "");
    }

    private static String fault(String name, Map<String, String> faults) {
        String fault = faults.get(name);
        return fault == null ? "" : "<p class=\"trouble\" id=\"%s-fault\">%s</p>".formatted(name, escaped(fault));
    }

    /// Counting comes first: it is what a stray Enter does, and it can be taken back.
    private String buttons() {
        return decision(RulingKind.RESTORED, "Count them")
                + " "
                + (state == RulingKind.HELD
                        ? decision(RulingKind.DISCARDED, "Discard them")
                        : decision(RulingKind.HELD, "Hold them again"));
    }

    private static String decision(RulingKind ruling, String label) {
        return "<button type=\"submit\" name=\"decision\" value=\"%s\">%s</button>".formatted(ruling, label);
    }
}
