package dev.toolverdicts.vote.moderation;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.platform.operations.Html;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ruling.Reasons;
import dev.toolverdicts.vote.ruling.RulingKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists of the desk as HTML: what is held or discarded, by tool and reason, and what was decided.
final class HoldListPage {

    private final KnownTools tools;
    private final Duration within;

    /// @param within how soon held votes are to be decided about
    HoldListPage(KnownTools tools, Duration within) {
        this.tools = tools;
        this.within = within;
    }

    String groups(RulingKind state, Paging.Page<Group> page, Instant now, String moderator) {
        if (page.items().isEmpty()) {
            return "<p class=\"section\">%s</p>"
                    .formatted(state == RulingKind.HELD ? "Nothing is held. Nobody waits." : "Nothing is discarded.");
        }
        String waits = state == RulingKind.HELD ? "Waits" : "Since";
        return "<div class=\"section\">"
                + Html.table(
                        "Votes outside the tallies, what waits longest first",
                        List.of("Tool and reason", "Votes", waits, "Who"),
                        page.items().stream()
                                .map(group -> row(state, group, now, moderator))
                                .toList())
                + "</div>"
                + DeskSheet.more(next("/desk/votes", page.next(), state), "Those that came later");
    }

    private List<String> row(RulingKind state, Group group, Instant now, String moderator) {
        return List.of(
                "<a class=\"row-name\" href=\"%s\">%s</a><span class=\"row-line\">%s</span>"
                        .formatted(
                                escaped(address(group.toolId(), group.reason(), state)),
                                escaped(name(group.toolId())),
                                escaped(Reasons.inWords(group.reason()))),
                "%s: %d ship, %d skip".formatted(DeskSheet.votes(group.votes()), group.ships(), group.skips()),
                waits(state, group.since(), now),
                escaped(who(group.claimedBy(), moderator)));
    }

    private static String who(@Nullable String claimedBy, String moderator) {
        if (claimedBy == null) {
            return "nobody yet";
        }
        return claimedBy.equals(moderator) ? "you" : claimedBy;
    }

    /// How long the first of them waits, and whether that is too long.
    String waits(RulingKind state, Instant since, Instant now) {
        if (state != RulingKind.HELD) {
            return Html.time(since);
        }
        Duration waited = Duration.between(since, now);
        String time = "<time datetime=\"%s\">%s</time>"
                .formatted(since.truncatedTo(ChronoUnit.SECONDS), DeskSheet.lasted(waited));
        return waited.compareTo(within) > 0
                ? "<strong>%s</strong>, over %s".formatted(time, DeskSheet.lasted(within))
                : time;
    }

    String decisions(List<Decided> decisions, @Nullable String next) {
        return decisions.isEmpty()
                ? "<p class=\"section\">Nothing has been decided yet.</p>"
                : "<div class=\"section\">" + history(decisions) + "</div>" + DeskSheet.more(next, "Older ones");
    }

    /// Rules and voters decide, too: the actor says who it was.
    String history(List<Decided> decisions) {
        return Html.table(
                "Decisions, the latest first",
                List.of("Decision", "Votes", "Who", "When"),
                decisions.stream()
                        .map(each -> List.of(
                                "<span class=\"row-name\">%s · %s</span><span class=\"row-line\">%s%s</span>"
                                        .formatted(
                                                escaped(each.ruling()),
                                                escaped(name(each.toolId())),
                                                escaped(each.reason()),
                                                each.note().isEmpty() ? "" : ": " + escaped(each.note())),
                                Integer.toString(each.votes()),
                                escaped(each.actor()),
                                Html.time(each.decidedAt())))
                        .toList());
    }

    String name(UUID toolId) {
        return DeskSheet.name(tools, toolId);
    }

    static String address(UUID toolId, String reason, RulingKind state) {
        String address = "/desk/votes/" + toolId + "/" + reason;
        return state == RulingKind.HELD ? address : address + "?state=" + state;
    }

    static @Nullable String next(String address, @Nullable String query, RulingKind state) {
        return query == null ? null : address + query + "&state=" + state;
    }
}
