package dev.toolverdicts.platform.operations;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.DeadLetter;
import dev.toolverdicts.platform.messaging.DeadLetters;
import dev.toolverdicts.platform.messaging.Selected;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The desk: pages that do what the operations API does, complete without scripts and usable from the
/// keyboard. Each form holds the token of the page it came from; what is refused comes back as that
/// page, with the reason on top.
public final class OperationsPages {

    private static final FormToken FORMS = new FormToken("operations desk");

    private static final OperationsDesk.Query WAITING = new OperationsDesk.Query("waiting", null, null, null, null);

    /// Who asks: the name the audit keeps, and the secret that forms are bound to. That is the one
    /// which the gateway keeps for a session, since access tokens are replaced while a page is open;
    /// else it is the access token.
    public record Operator(String name, String secret) {}

    private final OperationsDesk desk;
    private final OperationsSettings settings;
    private final Frame frame;
    private final LetterPages letters;
    private final OverviewPage overview;

    public OperationsPages(OperationsDesk desk, OperationsSettings settings) {
        this.desk = desk;
        this.settings = settings;
        frame = new Frame(settings);
        letters = new LetterPages(settings.desk());
        overview = new OverviewPage(settings.desk());
    }

    public DeskPage overview(Operator operator) {
        return overview(operator, 200, null);
    }

    private DeskPage overview(Operator operator, int status, @Nullable String trouble) {
        return page(
                status,
                "Overview",
                trouble,
                overview.html(
                        desk.switches().switches(),
                        desk.projections(),
                        desk.rebuilds().rebuilds(),
                        token(operator)));
    }

    public DeskPage deadLetters(OperationsDesk.Query query, Operator operator) {
        return deadLetters(query, operator, 200, null, null);
    }

    /// @param goOn where replaying all goes on; null for the beginning
    private DeskPage deadLetters(
            OperationsDesk.Query query, Operator operator, int status, @Nullable String trouble, @Nullable Long goOn) {
        return page(
                status,
                "Dead letters",
                trouble,
                letters.list(desk.deadLetters(query), query.state(), goOn, token(operator)));
    }

    public DeskPage deadLetter(String id, Operator operator) {
        return deadLetter(desk.letter(id), operator, 200, null, null);
    }

    private DeskPage deadLetter(
            DeadLetter letter, Operator operator, int status, @Nullable String trouble, @Nullable String tried) {
        return page(status, "Dead letter " + letter.id(), trouble, letters.one(letter, tried, token(operator)));
    }

    public DeskPage audit(@Nullable String limit, @Nullable String cursor) {
        OperationsDesk.Listed<OperationsDesk.AuditList> listed = desk.audit(limit, cursor);
        String next = listed.next();
        String more = next == null
                ? ""
                : "<p class=\"after\"><a rel=\"next\" href=\"%s\">Older ones</a></p>"
                        .formatted(Html.text(settings.desk() + "/audit" + next));
        return page(
                200,
                "Audit",
                null,
                "<div class=\"section\">" + LetterPages.history(listed.body().entries()) + "</div>" + more);
    }

    /// @param form the first value of each field
    public DeskPage replay(String id, Map<String, String> form, Operator operator) {
        String value = lines(form.get("value"));
        return decided(id, operator, value, () -> desk.replay(id, act(form, operator), Order.bytes(value)));
    }

    public DeskPage drop(String id, Map<String, String> form, Operator operator) {
        return decided(id, operator, null, () -> desk.drop(id, act(form, operator)));
    }

    public DeskPage note(String id, Map<String, String> form, Operator operator) {
        return decided(id, operator, null, () -> {
            check(form, operator);
            return desk.note(id, operator.name(), Order.note(form.get("note")));
        });
    }

    private DeskPage decided(String id, Operator operator, @Nullable String tried, Supplier<DeadLetter> decision) {
        try {
            return DeskPage.seeOther(
                    settings.desk() + "/dead-letters/" + decision.get().id());
        } catch (OperationRefused refused) {
            if (refused.getStatusCode().value() == 404) {
                throw refused;
            }
            return deadLetter(desk.letter(id), operator, refused.getStatusCode().value(), refused.inWords(), tried);
        }
    }

    /// Those ticked, by the form that has boxes.
    public DeskPage replayAll(Map<String, String> form, Operator operator) {
        try {
            Act act = act(form, operator);
            Selected which = form.containsKey(LetterPages.TICKED) ? Selected.of(Order.ticked(form)) : Selected.ALL;
            DeadLetters.Replayed done = desk.replayAll(which, Order.after(form.get("after")), act);
            String said = "%d replayed, %d refused again%s."
                    .formatted(done.replayed(), done.refused(), done.next() == null ? "" : "; there are more");
            return deadLetters(WAITING, operator, 200, said, which.isAll() ? done.next() : null);
        } catch (OperationRefused refused) {
            return deadLetters(WAITING, operator, refused.getStatusCode().value(), refused.inWords(), null);
        }
    }

    public DeskPage dropTicked(Map<String, String> form, Operator operator) {
        try {
            Act act = act(form, operator);
            DeadLetters.Dropped done = desk.dropAll(Selected.of(Order.ticked(form)), 0, act);
            String said = "%d dropped%s.".formatted(done.dropped(), done.next() == null ? "" : "; there are more");
            return deadLetters(WAITING, operator, 200, said, null);
        } catch (OperationRefused refused) {
            return deadLetters(WAITING, operator, refused.getStatusCode().value(), refused.inWords(), null);
        }
    }

    public DeskPage set(String name, Map<String, String> form, Operator operator) {
        return ordered(form, operator, act -> desk.set(name, Order.paused(form.get("paused")), act));
    }

    public DeskPage rebuild(String projection, Map<String, String> form, Operator operator) {
        return ordered(form, operator, act -> desk.rebuild(projection, act));
    }

    public DeskPage abandon(String projection, Map<String, String> form, Operator operator) {
        return ordered(form, operator, act -> desk.abandon(projection, act));
    }

    /// By a form of the overview.
    private DeskPage ordered(Map<String, String> form, Operator operator, Consumer<Act> order) {
        try {
            order.accept(act(form, operator));
            return DeskPage.seeOther(settings.desk());
        } catch (OperationRefused refused) {
            if (refused.getStatusCode().value() == 404) {
                throw refused;
            }
            return overview(operator, refused.getStatusCode().value(), refused.inWords());
        }
    }

    private static void check(Map<String, String> form, Operator operator) {
        if (!FORMS.matches(form.get("formToken"), operator.secret())) {
            throw OperationRefused.staleForm();
        }
    }

    /// What a form orders, by whom and why.
    ///
    /// @throws OperationRefused when it has no reason, or is not of a page that this operator has read
    private static Act act(Map<String, String> form, Operator operator) {
        check(form, operator);
        return new Act(operator.name(), Order.reason(form.get("reason")));
    }

    /// Forms send line ends of their own.
    private static @Nullable String lines(@Nullable String value) {
        return value == null ? null : value.replace("\r\n", "\n");
    }

    private static String token(Operator operator) {
        return FORMS.of(operator.secret());
    }

    /// @param trouble what went wrong, to be heard first; null when nothing did
    /// @param main as HTML
    private DeskPage page(int status, String title, @Nullable String trouble, String main) {
        return DeskPage.of(status, frame.page(title, trouble, main));
    }
}
