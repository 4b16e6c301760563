package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseLooksTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();
    private final DatabaseLooks database = new DatabaseLooks(now::get);

    private double answers() {
        asked.incrementAndGet();
        return 7;
    }

    private double isAway() {
        asked.incrementAndGet();
        throw new DataAccessResourceFailureException("away");
    }

    @Test
    void whatItAnswersIsTheNumber() {
        assertThat(database.at(this::answers)).isEqualTo(7);
        assertThat(database.at(this::answers)).isEqualTo(7);
        assertThat(asked).hasValue(2);
    }

    @Test
    void oneLookWaitsForADatabaseThatIsAwayAndTheOthersDoNot() {
        assertThat(database.at(this::isAway)).isNaN();
        assertThat(database.at(this::isAway)).isNaN();
        assertThat(database.at(this::answers)).isNaN();

        assertThat(asked).hasValue(1);
    }

    @Test
    void itIsAskedAgainAMomentLater() {
        assertThat(database.at(this::isAway)).isNaN();
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(database.at(this::answers)).isEqualTo(7);
        assertThat(database.at(this::answers)).isEqualTo(7);
    }

    @Test
    void aTransactionThatCannotBeginIsTheSame() {
        assertThat(database.at(() -> {
                    throw new CannotCreateTransactionException("away");
                }))
                .isNaN();
    }
}
