package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RateIT extends NewsletterInfrastructure {

    private static final DispatchSettings DISPATCH =
            new DispatchSettings(4, 10, Duration.ofMinutes(15), Duration.ofMinutes(1));

    @Autowired
    private RateRepository slots;

    private SendRates rates(int limit, int perDomain, Duration window, List<Integer> warmUp) {
        noneTaken();
        return new SendRates(slots, new RateSettings(limit, perDomain, window, warmUp), DISPATCH);
    }

    private void noneTaken() {
        jdbc.sql("DELETE FROM send_slot WHERE scope IN ('all', 'day')").update();
        jdbc.sql("DELETE FROM send_brake").update();
        jdbc.sql("DELETE FROM send_day").update();
    }

    private static String domain() {
        return UUID.randomUUID() + ".example.org";
    }

    @Test
    void noWindowSeesOneMoreThanTheLimitWhoeverSends() throws InterruptedException {
        int limit = 10;
        var window = Duration.ofMillis(700);
        List<Long> used = Collections.synchronizedList(new ArrayList<>());
        // Each has a SendRates of its own, as copies have.
        SendRates first = rates(limit, 0, window, List.of());
        List<Thread> copies = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SendRates own =
                    i == 0 ? first : new SendRates(slots, new RateSettings(limit, 0, window, List.of()), DISPATCH);
            copies.add(Thread.ofPlatform().start(() -> {
                while (used.size() < 60) {
                    own.forAny().ifPresent(permit -> {
                        used.add(System.nanoTime());
                        own.done(permit, true);
                    });
                }
            }));
        }
        for (Thread copy : copies) {
            copy.join();
        }
        List<Long> times = used.stream().sorted().toList();
        for (int i = limit; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - limit)).isGreaterThanOrEqualTo(window.toNanos());
        }
    }

    @Test
    void whatIsNotUsedIsFreeAtOnce() {
        SendRates rates = rates(1, 0, Duration.ofHours(1), List.of());
        Permit permit = rates.forAny().orElseThrow();
        assertThat(rates.forAny()).isEmpty();
        rates.done(permit, false);
        Optional<Permit> next = rates.forAny();
        assertThat(next).isPresent();
        rates.done(next.get(), true);
        assertThat(rates.forAny()).as("used, so not before an hour").isEmpty();
    }

    @Test
    void aSlotThatIsSomebodyElsesByNowStaysTheirs() {
        SendRates rates = rates(1, 0, Duration.ofHours(1), List.of());
        Permit frozen = rates.forAny().orElseThrow();
        jdbc.sql("UPDATE send_slot SET free_at = '-infinity' WHERE scope = 'all'")
                .update();
        assertThat(rates.forAny()).as("the lease has ended").isPresent();
        rates.done(frozen, false);
        assertThat(rates.forAny()).isEmpty();
    }

    @Test
    void aDomainHasALimitOfItsOwn() {
        SendRates rates = rates(0, 2, Duration.ofHours(1), List.of());
        String domain = domain();
        assertThat(rates.forDomain(domain)).isPresent();
        assertThat(rates.forDomain(domain)).isPresent();
        assertThat(rates.forDomain(domain)).isEmpty();
        assertThat(rates.forDomain(domain())).isPresent();
    }

    @Test
    void whatIsHeldIsGivenBackWhenTheRestCannotBeAskedFor() {
        noneTaken();
        var database = new FailingSlots(jdbc);
        var rates = new SendRates(database, new RateSettings(1, 1, Duration.ofHours(1), List.of(9)), DISPATCH);
        String domain = domain();
        database.failsAt = "day";
        assertThatThrownBy(() -> rates.forAny(rates.forDomain(domain).orElseThrow()))
                .isInstanceOf(DataAccessException.class);
        database.failsAt = "";
        assertThat(rates.forAny(rates.forDomain(domain).orElseThrow()))
                .as("neither the domain's slot nor that of all is held")
                .isPresent();
    }

    @Test
    void whatCannotBeGivenBackIsGivenBackLater() {
        noneTaken();
        var database = new FailingSlots(jdbc);
        var rates = new SendRates(database, new RateSettings(1, 1, Duration.ofHours(1), List.of()), DISPATCH);
        String domain = domain();
        Permit held = rates.forDomain(domain).orElseThrow();
        database.failsAt = "all";
        database.frees = false;
        assertThatThrownBy(() -> rates.forAny(held)).isInstanceOf(DataAccessException.class);
        database.frees = true;
        assertThat(rates.forDomain(domain)).isPresent();
    }

    /// A database that is away for a part of what is asked of it.
    private static final class FailingSlots extends RateRepository {

        private String failsAt = "";
        private boolean frees = true;

        FailingSlots(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Optional<Permit.Slot> take(String scope, int limit, Duration lease, Duration window) {
            if (scope.equals(failsAt)) {
                throw new DataAccessResourceFailureException("away");
            }
            return super.take(scope, limit, lease, window);
        }

        @Override
        void free(Permit.Slot slot, boolean used) {
            if (!frees) {
                throw new DataAccessResourceFailureException("away");
            }
            super.free(slot, used);
        }
    }

    @Test
    void theLimitIsHalvedWhenTheServerAsksForLess() {
        SendRates rates = rates(0, 8, Duration.ofHours(1), List.of());
        String domain = domain();
        rates.brake(domain);
        rates.brake(domain);
        int granted = 0;
        while (rates.forDomain(domain).isPresent()) {
            granted++;
        }
        assertThat(granted).as("refused twice at once is refused once").isEqualTo(4);
    }

    @Test
    void aNewSenderWarmsUp() {
        SendRates rates = rates(0, 0, Duration.ofMinutes(1), List.of(2, 5));
        assertThat(rates.forAny()).isPresent();
        assertThat(rates.forAny()).isPresent();
        assertThat(rates.forAny()).as("two on the first day").isEmpty();
        jdbc.sql("INSERT INTO send_day (day) VALUES (current_date - 1)").update();
        assertThat(rates.isUsedUp()).as("so nobody asks again at once").isTrue();
        // Another copy: this one asks again in a second.
        var second = new SendRates(slots, new RateSettings(0, 0, Duration.ofMinutes(1), List.of(2, 5)), DISPATCH);
        assertThat(second.forAny()).as("five on the second").isPresent();
        jdbc.sql("INSERT INTO send_day (day) VALUES (current_date - 2)").update();
        for (int i = 0; i < 20; i++) {
            assertThat(second.forAny()).as("then as many as there are").isPresent();
        }
    }
}
