package dev.toolverdicts.platform.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.AuditEntry;
import dev.toolverdicts.platform.messaging.DeadLetter;
import dev.toolverdicts.platform.messaging.DeadLetters;
import dev.toolverdicts.platform.messaging.DecisionRefused;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.platform.messaging.RebuildStatus;
import dev.toolverdicts.platform.messaging.Rebuilds;
import dev.toolverdicts.platform.messaging.Selected;
import dev.toolverdicts.platform.messaging.Switch;
import dev.toolverdicts.platform.messaging.Switches;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The operations API without the web server around it: its answers, and its refusals as problems.
public final class OperationsDesk {

    private static final Set<String> STATES = Set.of("waiting", "replayed", "dropped");
    // As many digits as always fit: no sequence comes to more.
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /// What a list of dead letters is asked for by; all may be missing.
    public record Query(
            @Nullable String state,
            @Nullable String consumer,
            @Nullable String topic,
            @Nullable String limit,
            @Nullable String cursor) {}

    /// @param next the query of the next page, which belongs into the header `Link`
    public record Listed<T>(T body, @Nullable String next) {

        /// @param address of the list
        public @Nullable String link(String address) {
            return next == null ? null : "<%s%s>; rel=\"next\"".formatted(address, next);
        }
    }

    public record OneLetter(@JsonUnwrapped DeadLetter letter, Instant asOf) {}

    public record LetterList(List<DeadLetter.Summary> deadLetters, Instant asOf) {}

    public record SwitchList(List<Switch> switches, Instant asOf) {}

    public record AuditList(List<AuditEntry> entries, Instant asOf) {}

    public record RebuildList(List<RebuildStatus> rebuilds, Instant asOf) {}

    private final DeadLetters letters;
    private final Switches switches;
    private final OperationAudit audit;
    private final @Nullable Rebuilds rebuilds;
    private final Clock clock;

    /// @param rebuilds null where the service has no projection that can be built anew
    public OperationsDesk(
            DeadLetters letters, Switches switches, OperationAudit audit, @Nullable Rebuilds rebuilds, Clock clock) {
        this.letters = letters;
        this.switches = switches;
        this.audit = audit;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    public Listed<LetterList> deadLetters(Query query) {
        if (query.state() != null && !STATES.contains(query.state())) {
            throw OperationRefused.invalid("/state", "must be waiting, replayed or dropped");
        }
        String consumer = Order.name("consumer", query.consumer());
        String topic = Order.name("topic", query.topic());
        Paging paging = Paging.of(query.limit(), query.cursor());
        Map<String, @Nullable String> filters = new LinkedHashMap<>();
        filters.put("state", query.state());
        filters.put("consumer", consumer);
        filters.put("topic", topic);
        Paging.Page<DeadLetter.Summary> page = paging.page(
                letters.newest(query.state(), consumer, topic, paging.before(), paging.asked()),
                DeadLetter.Summary::id,
                filters);
        return new Listed<>(new LetterList(page.items(), clock.instant()), page.next());
    }

    public OneLetter deadLetter(String id) {
        return new OneLetter(letter(id), clock.instant());
    }

    DeadLetter letter(String id) {
        return letters.find(id(id)).orElseThrow(OperationsDesk::unknown);
    }

    /// All bytes of a letter's value.
    public byte[] value(String id) {
        return letters.value(id(id)).orElseThrow(OperationsDesk::unknown);
    }

    public DeadLetter replay(String id, Act act, byte @Nullable [] value) {
        return decided(() -> letters.replay(id(id), act, value));
    }

    public DeadLetter drop(String id, Act act) {
        return decided(() -> letters.drop(id(id), act));
    }

    public DeadLetter note(String id, String actor, @Nullable String note) {
        return decided(() -> letters.note(id(id), actor, note));
    }

    public DeadLetters.Replayed replayAll(Order order, String actor) {
        return letters.replayAll(order.selected(), order.after(), order.by(actor));
    }

    DeadLetters.Replayed replayAll(Selected which, long after, Act act) {
        return letters.replayAll(which, after, act);
    }

    /// @throws OperationRefused when it does not say which: all that wait are nobody's mistake
    public DeadLetters.Dropped dropAll(Order order, String actor) {
        return dropAll(order.selected(), order.after(), order.by(actor));
    }

    DeadLetters.Dropped dropAll(Selected which, long after, Act act) {
        if (which.isAll()) {
            throw OperationRefused.invalid("", "must say which: ids, consumer, topic, key or cause");
        }
        return letters.dropAll(which, after, act);
    }

    public SwitchList switches() {
        return new SwitchList(switches.all(), clock.instant());
    }

    public Switch set(String name, boolean paused, Act act) {
        return switches.set(name, paused, act).orElseThrow(OperationRefused::noSwitch);
    }

    public Listed<AuditList> audit(@Nullable String limit, @Nullable String cursor) {
        Paging paging = Paging.of(limit, cursor);
        Paging.Page<AuditEntry> page =
                paging.page(audit.newest(paging.before(), paging.asked()), AuditEntry::id, Map.of());
        return new Listed<>(new AuditList(page.items(), clock.instant()), page.next());
    }

    public RebuildList rebuilds() {
        return new RebuildList(rebuilds == null ? List.of() : rebuilds.all(), clock.instant());
    }

    /// What can be built anew here.
    Set<String> projections() {
        return rebuilds == null ? Set.of() : rebuilds.names();
    }

    /// Begins a rebuild, in this copy.
    public RebuildStatus rebuild(String projection, Act act) {
        Rebuilds known = known(projection);
        if (!known.start(projection, act)) {
            throw OperationRefused.rebuilding();
        }
        return status(known, projection);
    }

    /// Gives a rebuild up, in whichever copy it runs. One that has ended is left as it is.
    public RebuildStatus abandon(String projection, Act act) {
        Rebuilds known = known(projection);
        if (!known.abandon(projection, act)) {
            throw OperationRefused.notRebuilding();
        }
        return status(known, projection);
    }

    private Rebuilds known(String projection) {
        if (rebuilds == null || !rebuilds.knows(projection)) {
            throw OperationRefused.noProjection();
        }
        return rebuilds;
    }

    private static RebuildStatus status(Rebuilds rebuilds, String projection) {
        RebuildStatus status = rebuilds.find(projection);
        if (status == null) {
            throw OperationRefused.noProjection();
        }
        return status;
    }

    private static <T> T decided(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (DecisionRefused refused) {
            throw OperationRefused.of(refused);
        }
    }

    /// A letter has one address: what is no number, or one written in another way, names none.
    private static long id(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private static OperationRefused unknown() {
        return OperationRefused.of(
                new DecisionRefused(DecisionRefused.Why.UNKNOWN, "There is no dead letter at this address."));
    }
}
