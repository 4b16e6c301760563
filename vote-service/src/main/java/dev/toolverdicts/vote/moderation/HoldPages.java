package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.platform.operations.DeskPage;
import dev.toolverdicts.platform.operations.FormToken;
import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The desk's pages about votes outside the tallies. What is refused comes back as the page it was
/// sent from, with what was filled in and the reason on top.
final class HoldPages {

    private static final FormToken FORMS = new FormToken("votes desk");
    private static final int HISTORY = 20;

    private final HoldDeskQueries holds;
    private final DecisionQueries decisions;
    private final HoldDeskService service;
    private final HoldListPage lists;
    private final Clock clock;

    HoldPages(
            HoldDeskQueries holds,
            DecisionQueries decisions,
            HoldDeskService service,
            HoldListPage lists,
            Clock clock) {
        this.holds = holds;
        this.decisions = decisions;
        this.service = service;
        this.lists = lists;
        this.clock = clock;
    }

    /// Which votes a page is about.
    record Of(UUID toolId, String reason, RulingKind state) {

        String address() {
            return HoldListPage.address(toolId, reason, state);
        }
    }

    /// What a page says besides what is stored.
    private record Said(int status, @Nullable String trouble, DecisionForm form, Map<String, String> faults) {}

    DeskPage list(RulingKind state, Paging paging, Moderator moderator) {
        HoldCursor after = paging.cursor().map(HoldCursor::parse).orElse(HoldCursor.START);
        Instant now = clock.instant();
        Paging.Page<Group> page = paging.page(holds.groups(state, after, now, paging.limit() + 1), HoldCursor::of);
        return page(
                200,
                state == RulingKind.HELD ? "Held votes" : "Discarded votes",
                null,
                lists.groups(state, page, now, moderator.name()));
    }

    DeskPage decisions(Paging paging) {
        long before = paging.cursor().map(HoldPages::id).orElse(Long.MAX_VALUE);
        Paging.Page<Decided> page =
                paging.page(decisions.all(before, paging.limit() + 1), last -> Long.toString(last.id()));
        String next = page.next() == null ? null : "/desk/votes/decisions" + page.next();
        return page(200, "Decisions", null, lists.decisions(page.items(), next));
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw Paging.foreign();
        }
    }

    DeskPage group(Of of, Paging paging, Moderator moderator) {
        return group(of, paging, moderator, new Said(200, null, DecisionForm.blank(of.reason()), Map.of()));
    }

    DeskPage claim(Of of, MultiValueMap<String, String> form, Moderator moderator) {
        return done(of, form, moderator, () -> service.claim(of.toolId(), of.reason(), moderator.name()));
    }

    DeskPage release(Of of, MultiValueMap<String, String> form, Moderator moderator) {
        return done(of, form, moderator, () -> service.release(of.toolId(), of.reason(), moderator.name()));
    }

    DeskPage decide(Of of, MultiValueMap<String, String> form, Moderator moderator) {
        DecisionForm sent = DecisionForm.sent(form);
        Map<String, String> faults = sent.faults(of.state());
        if (FORMS.matches(form.getFirst("formToken"), moderator.secret()) && !faults.isEmpty()) {
            return group(
                    of, Paging.FIRST, moderator, new Said(400, "Nothing is decided yet; see below.", sent, faults));
        }
        return answered(of, form, moderator, () -> {
            DeskOrder order = sent.order(of.toolId(), of.reason(), of.state());
            return decided(of, sent, moderator, service.decide(order, moderator.name()));
        });
    }

    /// What is more than one form may decide about comes back with it, to be sent again.
    private DeskPage decided(Of of, DecisionForm sent, Moderator moderator, HoldDeskService.Outcome outcome) {
        return outcome.remain() == 0
                ? new DeskPage(303, "", of.address())
                : group(of, Paging.FIRST, moderator, new Said(200, words(outcome), sent, Map.of()));
    }

    private static String words(HoldDeskService.Outcome outcome) {
        return String.format(
                Locale.ENGLISH,
                "%,d decided, %,d remain. Send the form again to go on.",
                outcome.votes(),
                outcome.remain());
    }

    private DeskPage done(Of of, MultiValueMap<String, String> form, Moderator moderator, Runnable act) {
        return answered(of, form, moderator, () -> {
            act.run();
            return new DeskPage(303, "", of.address());
        });
    }

    private DeskPage answered(Of of, MultiValueMap<String, String> form, Moderator moderator, Supplier<DeskPage> act) {
        DecisionForm sent = form.containsKey("note") ? DecisionForm.sent(form) : DecisionForm.blank(of.reason());
        if (!FORMS.matches(form.getFirst("formToken"), moderator.secret())) {
            return group(of, Paging.FIRST, moderator, new Said(403, FormToken.FOREIGN, sent, Map.of()));
        }
        try {
            return act.get();
        } catch (HoldClaimed | DecidedMeanwhile refused) {
            return group(
                    of, Paging.FIRST, moderator, new Said(DeskSheet.status(refused), words(refused), sent, Map.of()));
        }
    }

    private static String words(Refusal refused) {
        return String.valueOf(refused.getBody().getDetail());
    }

    private DeskPage group(Of of, Paging paging, Moderator moderator, Said said) {
        Instant now = clock.instant();
        UUID after = paging.cursor().map(ModerationController::voter).orElse(ModerationController.FIRST);
        String main = holds.standing(of.toolId(), of.reason(), of.state(), now, after, paging.limit() + 1)
                .map(found -> standing(of, found, paging, now, moderator, said))
                .orElse("<p class=\"lead\">None of them %s any more.</p>"
                        .formatted(of.state() == RulingKind.HELD ? "waits" : "is discarded"));
        List<Decided> past = decisions.ofTool(of.toolId(), HISTORY);
        String history = past.isEmpty() ? "" : """
                <section class="section" aria-labelledby="history">
                <h2 id="history">Decided about this tool's votes</h2>
                %s
                </section>""".formatted(lists.history(past));
        return page(said.status(), lists.name(of.toolId()), said.trouble(), main + history);
    }

    private String standing(
            Of of, HoldDeskQueries.Standing found, Paging paging, Instant now, Moderator moderator, Said said) {
        Group group = found.group();
        var page = new HoldPage(group, of.state(), FORMS.of(moderator.secret()));
        Paging.Page<HeldVote> votes =
                paging.page(found.votes(), vote -> vote.voterId().toString());
        String next = HoldListPage.next("/desk/votes/" + of.toolId() + "/" + of.reason(), votes.next(), of.state());
        String claim = of.state() == RulingKind.HELD ? page.claim(moderator.name()) : "";
        return page.lead(lists.waits(of.state(), group.since(), now))
                + claim
                + page.decide(votes.items(), said.form(), said.faults(), next);
    }

    private static DeskPage page(int status, String title, @Nullable String trouble, String main) {
        return new DeskPage(status, DeskSheet.page(title, trouble, main), null);
    }
}
