package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.ledger.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerRowTest {

    private static final Instant AT = Instant.parse("2026-11-29T10:48:09.123456Z");

    @Test
    void aReplySaysItsCodeOnce() {
        assertThat(reply(250, "250 2.0.0 Ok")).isEqualTo("250 2.0.0 Ok");
        assertThat(reply(250, "2.0.0 Ok")).isEqualTo("250 2.0.0 Ok");
        assertThat(reply(550, "550-5.1.1 no 550 one")).isEqualTo("550-5.1.1 no 550 one");
        assertThat(reply(451, null)).isEqualTo("451");
        assertThat(reply(null, "worker lost at the dot")).isEqualTo("worker lost at the dot");
        assertThat(reply(null, null)).isEqualTo("no reply yet");
    }

    @Test
    void timesAreExactForProgramsAndShortForPeople() {
        LedgerRow row = LedgerRow.of(row("sent", null, null));
        assertThat(row.since().at()).isEqualTo(Instant.parse("2026-11-29T10:48:09.123Z"));
        assertThat(row.since().text()).isEqualTo("2026-11-29 10:48:09 UTC");
        assertThat(Moment.of(Instant.parse("2026-11-29T08:00:00Z")).text()).isEqualTo("2026-11-29 08:00:00 UTC");
        assertThat(row.again()).isNull();
    }

    @Test
    void onlyWhatIsInDoubtIsToBeDecided() {
        assertThat(LedgerRow.of(row("in_doubt", null, null)).inDoubt()).isTrue();
        assertThat(LedgerRow.of(row("rejected", 550, "no")).inDoubt()).isFalse();
    }

    private static String reply(@Nullable Integer code, @Nullable String text) {
        return LedgerRow.of(row("sent", code, text)).reply();
    }

    private static Delivery row(String state, @Nullable Integer code, @Nullable String reply) {
        return new Delivery(new UUID(0, 1), "a@example.org", state, 1, null, code, reply, "<m@x>", AT);
    }
}
