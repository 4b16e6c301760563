package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Gives leave to hand over messages, as fast as the limits allow. One that is used up is not asked
/// about for a second, nor are rows claimed meanwhile that fall under it.
@Component
class SendRates {

    private static final String ALL = "all";
    private static final String DAY = "day";
    private static final String DOMAIN = "@";
    private static final long ASK_AGAIN_NANOS = 1_000_000_000;

    private final RateRepository slots;
    private final RateSettings settings;
    private final Duration lease;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();
    /// Slots nobody used and that could not be given back, because the database was away.
    private final Queue<Permit.Slot> owed = new ConcurrentLinkedQueue<>();

    SendRates(RateRepository slots, RateSettings settings, DispatchSettings dispatch) {
        this.slots = slots;
        this.settings = settings;
        this.lease = dispatch.lease();
    }

    /// Leave for any message, whomever it is to; empty when there is none just now.
    Optional<Permit> forAny() {
        return forAny(new Permit(List.of()));
    }

    /// The same, besides the leave that is held already: both, or, also when this fails, neither.
    Optional<Permit> forAny(Permit held) {
        return granted(
                held,
                taken -> take(taken, ALL, settings.limit(), settings.window())
                        && take(taken, DAY, ofTheDay(), Duration.ofDays(1)));
    }

    /// Whether there was no leave for anybody a moment ago.
    boolean isUsedUp() {
        return isUsedUp(ALL) || isUsedUp(DAY);
    }

    /// Domains that had enough a moment ago.
    Set<String> domainsUsedUp() {
        return refusedAt.keySet().stream()
                .filter(scope -> scope.startsWith(DOMAIN) && isUsedUp(scope))
                .map(scope -> scope.substring(DOMAIN.length()))
                .collect(Collectors.toSet());
    }

    private boolean isUsedUp(String scope) {
        Long at = refusedAt.get(scope);
        if (at == null) {
            return false;
        }
        boolean still = System.nanoTime() - at < ASK_AGAIN_NANOS;
        if (!still) {
            refusedAt.remove(scope, at);
        }
        return still;
    }

    /// Leave for a message to this domain, besides the one for any.
    Optional<Permit> forDomain(String domain) {
        return granted(
                new Permit(List.of()), taken -> take(taken, DOMAIN + domain, settings.perDomain(), settings.window()));
    }

    void done(Permit permit, boolean used) {
        if (used) {
            permit.slots().forEach(slot -> slots.free(slot, true));
        } else {
            giveBack(permit.slots());
        }
    }

    /// The server asked for less.
    void brake(String domain) {
        slots.brake(ALL);
        slots.brake(DOMAIN + domain);
    }

    private Optional<Permit> granted(Permit held, Predicate<List<Permit.Slot>> takesAll) {
        giveBack(List.of());
        List<Permit.Slot> taken = new ArrayList<>(held.slots());
        boolean all = false;
        try {
            all = takesAll.test(taken);
        } finally {
            if (!all) {
                giveBack(taken);
            }
        }
        return all ? Optional.of(new Permit(taken)) : Optional.empty();
    }

    /// While the database is away they stay taken; whoever asks for leave next gives them back first.
    private void giveBack(List<Permit.Slot> unused) {
        owed.addAll(unused);
        for (Permit.Slot slot = owed.poll(); slot != null; slot = owed.poll()) {
            try {
                slots.free(slot, false);
                refusedAt.remove(slot.scope());
            } catch (DataAccessException away) {
                owed.add(slot);
                return;
            }
        }
    }

    private boolean take(List<Permit.Slot> taken, String scope, int limit, Duration window) {
        if (limit == 0) {
            return true;
        }
        if (isUsedUp(scope)) {
            return false;
        }
        String key = scope + limit;
        if (!prepared.contains(key)) {
            slots.prepare(scope, limit);
            prepared.add(key); // only now: a database that was away is asked again
        }
        int now = Math.max(1, limit >> slots.halvings(scope));
        Optional<Permit.Slot> slot = slots.take(scope, now, lease, window);
        slot.ifPresentOrElse(taken::add, () -> refusedAt.put(scope, System.nanoTime()));
        return slot.isPresent();
    }

    private int ofTheDay() {
        List<Integer> ramp = settings.warmUp();
        if (ramp.isEmpty()) {
            return 0;
        }
        int day = slots.day();
        return day > ramp.size() ? 0 : ramp.get(day - 1);
    }
}
