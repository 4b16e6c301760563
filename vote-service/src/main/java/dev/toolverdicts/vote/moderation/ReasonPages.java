package dev.toolverdicts.vote.moderation;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.platform.operations.FormToken;
import dev.toolverdicts.platform.operations.Html;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voice.GivenReason;
import dev.toolverdicts.vote.voice.ReasonState;
import dev.toolverdicts.vote.voice.Voices;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The desk's pages about what voters wrote. A reason comes with its tool and its choice, never
/// with its voter.
final class ReasonPages {

    private static final FormToken FORMS = new FormToken("reasons desk");
    private static final String ADDRESS = "/desk/votes/reasons";

    private final Voices voices;
    private final ReasonDeskService service;
    private final KnownTools tools;

    ReasonPages(Voices voices, ReasonDeskService service, KnownTools tools) {
        this.voices = voices;
        this.service = service;
        this.tools = tools;
    }

    DeskPage list(ReasonState state, Paging paging, Moderator moderator) {
        return list(200, null, state, paging, moderator);
    }

    DeskPage decide(long number, MultiValueMap<String, String> form, Moderator moderator) {
        ReasonState from = state(form.getFirst("state"));
        if (!FORMS.matches(form.getFirst("formToken"), moderator.secret())) {
            return list(403, FormToken.FOREIGN, from, Paging.FIRST, moderator);
        }
        Optional<ReasonState> to = decision(form.getFirst("decision"));
        if (to.isEmpty()) {
            return list(400, "Choose whether it is shown.", from, Paging.FIRST, moderator);
        }
        try {
            service.decide(number, to.get(), moderator.name());
            return new DeskPage(303, "", address(from));
        } catch (ReasonChanged refused) {
            return list(
                    DeskSheet.status(refused),
                    String.valueOf(refused.getBody().getDetail()),
                    from,
                    Paging.FIRST,
                    moderator);
        }
    }

    private static Optional<ReasonState> decision(@Nullable String word) {
        if ("show".equals(word)) {
            return Optional.of(ReasonState.SHOWN);
        }
        return "reject".equals(word) ? Optional.of(ReasonState.REJECTED) : Optional.empty();
    }

    static ReasonState state(@Nullable String word) {
        return word == null
                ? ReasonState.WAITING
                : ReasonState.of(word)
                        .orElseThrow(() -> new InvalidInput("/state", "must be waiting, shown or rejected"));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw Paging.foreign();
        }
    }

    private static String address(ReasonState state) {
        return state == ReasonState.WAITING ? ADDRESS : ADDRESS + "?state=" + state;
    }

    private DeskPage list(int status, @Nullable String trouble, ReasonState state, Paging paging, Moderator moderator) {
        long after = paging.cursor().map(ReasonPages::number).orElse(0L);
        Paging.Page<GivenReason> page =
                paging.page(voices.reasons(state, after, paging.limit() + 1), last -> Long.toString(last.number()));
        String next = page.next() == null ? null : ADDRESS + page.next() + "&state=" + state;
        String main = page.items().isEmpty()
                ? "<p class=\"section\">%s</p>".formatted(none(state))
                : "<div class=\"section\">" + table(page.items(), state, FORMS.of(moderator.secret())) + "</div>"
                        + DeskSheet.more(next, "Those that came later");
        return new DeskPage(status, DeskSheet.page(title(state), trouble, others() + main), null);
    }

    private static String title(ReasonState state) {
        return switch (state) {
            case WAITING -> "Reasons that wait";
            case SHOWN -> "Reasons everybody reads";
            case REJECTED -> "Rejected reasons";
        };
    }

    private static String none(ReasonState state) {
        return switch (state) {
            case WAITING -> "No reason waits.";
            case SHOWN -> "No reason is shown.";
            case REJECTED -> "No reason is rejected.";
        };
    }

    private static String others() {
        return """
                <ul class="inline-list"><li><a href="%1$s">Waiting</a></li><li><a href="%1$s?state=shown">Shown</a></li>\
                <li><a href="%1$s?state=rejected">Rejected</a></li></ul>""".formatted(ADDRESS);
    }

    private String table(List<GivenReason> reasons, ReasonState state, String token) {
        return Html.table(
                "Reasons, the one that came first first",
                List.of("Reason", "Vote", "Given", "Decide"),
                reasons.stream()
                        .map(reason -> List.of(
                                "<span class=\"row-name\">%s</span><span class=\"row-line\">%s</span>"
                                        .formatted(
                                                escaped(reason.text()),
                                                escaped(DeskSheet.name(tools, reason.toolId()))),
                                vote(reason),
                                Html.time(reason.givenAt()),
                                form(reason.number(), state, token)))
                        .toList());
    }

    private static String vote(GivenReason reason) {
        String choice = reason.choice() == Choice.SHIP ? "Ship" : "Skip";
        return reason.role() == null ? choice : choice + " · " + reason.role();
    }

    private static String form(long number, ReasonState state, String token) {
        String show = state == ReasonState.SHOWN ? "" : "<button name=\"decision\" value=\"show\">Show</button> ";
        String reject =
                state == ReasonState.REJECTED ? "" : "<button name=\"decision\" value=\"reject\">Reject</button>";
        return """
                <form method="post" action="%s/%d"><input type="hidden" name="formToken" value="%s">\
                <input type="hidden" name="state" value="%s">%s%s</form>""".formatted(ADDRESS, number, escaped(token), state, show, reject);
    }
}
