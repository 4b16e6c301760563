package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

class StoreOutageTest {

    private long now = Long.MAX_VALUE - 10;
    private int asked;
    private RuntimeException failure = new DataAccessResourceFailureException("away");
    private final StoreOutage outage = new StoreOutage(() -> now);

    @BeforeEach
    void itIsAway() {
        assertThatThrownBy(this::ask).isSameAs(failure);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whoAsksDuringAnOutageDoesNotReachTheStore() {
        later(Duration.ofMillis(999));

        assertThatThrownBy(this::ask).isInstanceOf(Refusal.class);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aMomentLaterItIsAskedAgain() {
        later(Duration.ofSeconds(1));

        assertThatThrownBy(this::ask).isSameAs(failure);
        assertThatThrownBy(this::ask).isInstanceOf(Refusal.class);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whileOneFindsOutTheOthersDoNotWait() {
        later(Duration.ofSeconds(1));

        String found = outage.unlessAway(() -> {
            assertThatThrownBy(this::ask).isInstanceOf(Refusal.class);
            return "back";
        });

        assertThat(found).isEqualTo("back");
        assertThatThrownBy(this::ask).as("it is back, and asked").isSameAs(failure);
    }

    @Test
    void whoNeverFindsOutIsFollowedByAnother() {
        later(Duration.ofSeconds(1));

        outage.unlessAway(() -> {
            later(Duration.ofSeconds(5));
            assertThatThrownBy(this::ask).isSameAs(failure);
            return "";
        });

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aFailureOfAStoreThatIsThereIsNoOutage() {
        for (RuntimeException each : new RuntimeException[] {
            new CannotAcquireLockException("somebody has it"), new Refusal(Problem.unavailable())
        }) {
            later(Duration.ofSeconds(1));
            failure = each;
            assertThatThrownBy(this::ask).isSameAs(each);
            assertThatThrownBy(this::ask).as("asked again").isSameAs(each);
        }
    }

    private void later(Duration time) {
        now += time.toNanos();
    }

    private void ask() {
        outage.unlessAway(() -> {
            asked++;
            throw failure;
        });
    }
}
