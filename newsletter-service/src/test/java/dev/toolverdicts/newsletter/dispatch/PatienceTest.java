package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class PatienceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatPassesIsWaitedFor() {
        new Patience(Duration.ofMinutes(1)).write(() -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new DataAccessResourceFailureException("away");
                case 2 -> throw new CannotAcquireLockException("deadlock");
                default -> {
                    // written
                }
            }
        });
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatIsWrongWithTheStatementIsNotTriedAgain() {
        assertThatThrownBy(() -> new Patience(Duration.ofMinutes(1)).write(() -> {
                    tries.incrementAndGet();
                    throw new DataIntegrityViolationException("refused");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void itEnds() {
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(2)).write(() -> {
                    tries.incrementAndGet();
                    throw new DataAccessResourceFailureException("away for good");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageContaining("away for good");
        assertThat(tries.get()).isBetween(2, 6);
    }
}
