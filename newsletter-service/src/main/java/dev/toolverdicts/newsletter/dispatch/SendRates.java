package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Gives leave to hand over messages, as fast as the limits allow.
@Component
class SendRates {

    private static final String ALL = "all";
    private static final String DAY = "day";

    private final RateRepository slots;
    private final RateSettings settings;
    private final Duration lease;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    SendRates(RateRepository slots, RateSettings settings, DispatchSettings dispatch) {
        this.slots = slots;
        this.settings = settings;
        this.lease = dispatch.lease();
    }

    /// Leave for any message, whomever it is to; empty when there is none just now.
    Optional<Permit> forAny() {
        List<Permit.Slot> taken = new ArrayList<>();
        boolean all = take(taken, ALL, settings.limit(), settings.window())
                && take(taken, DAY, ofTheDay(), Duration.ofDays(1));
        return granted(all, taken);
    }

    /// Leave for a message to this domain, besides the one for any.
    Optional<Permit> forDomain(String domain) {
        List<Permit.Slot> taken = new ArrayList<>();
        return granted(take(taken, "@" + domain, settings.perDomain(), settings.window()), taken);
    }

    void done(Permit permit, boolean used) {
        permit.slots().forEach(slot -> slots.free(slot, used));
    }

    /// The server asked for less.
    void brake(String domain) {
        slots.brake(ALL);
        slots.brake("@" + domain);
    }

    private Optional<Permit> granted(boolean all, List<Permit.Slot> taken) {
        var permit = new Permit(taken);
        if (!all) {
            done(permit, false);
        }
        return all ? Optional.of(permit) : Optional.empty();
    }

    private boolean take(List<Permit.Slot> taken, String scope, int limit, Duration window) {
        if (limit == 0) {
            return true;
        }
        String key = scope + limit;
        if (!prepared.contains(key)) {
            slots.prepare(scope, limit);
            prepared.add(key); // only now: a database that was away is asked again
        }
        int now = Math.max(1, limit >> slots.halvings(scope));
        Optional<Permit.Slot> slot = slots.take(scope, now, lease, window);
        slot.ifPresent(taken::add);
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
