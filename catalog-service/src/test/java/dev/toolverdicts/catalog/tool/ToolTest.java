package dev.toolverdicts.catalog.tool;

import static dev.toolverdicts.catalog.tool.Texts.DAY;
import static dev.toolverdicts.catalog.tool.Texts.FREE;
import static dev.toolverdicts.catalog.tool.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolTest {

    private static final Instant LATER = DAY.plusSeconds(3600);
    private static final Pricing PAID = new Pricing("$10/mo", "paid", BigDecimal.TEN, "USD", "month", LATER);

    private final Tool tool = Tool.first(new UUID(0, 7), text("first", "active", FREE), DAY);

    @Test
    void aNewToolHasNoPast() {
        assertThat(tool.version()).isEqualTo(1);
        assertThat(tool.previousPricing()).isNull();
        assertThat(tool.previousStatus()).isNull();
        assertThat(tool.previousSlugs()).isEmpty();
        assertThat(tool.pricingSince()).isEqualTo(DAY);
        assertThat(tool.statusSince()).isEqualTo(DAY);
    }

    @Test
    void anotherPriceKeepsTheLastOneAndTheMomentOfTheChange() {
        Tool changed = tool.changed(text("first", "active", PAID), LATER);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.previousPricing()).isEqualTo(FREE);
        assertThat(changed.pricingSince()).isEqualTo(LATER);
        assertThat(changed.statusSince()).isEqualTo(DAY);
        assertThat(changed.createdAt()).isEqualTo(DAY);
        assertThat(changed.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void thePriceReadAgainIsNoOtherPrice() {
        Pricing again = new Pricing("Free", "free", new BigDecimal("0.00"), "USD", null, LATER);
        Tool changed = tool.changed(text("first", "active", again), LATER);

        assertThat(changed.previousPricing()).isNull();
        assertThat(changed.pricingSince()).isEqualTo(DAY);
        assertThat(changed.text().pricing().capturedAt()).isEqualTo(LATER);
    }

    @Test
    void anotherStatusKeepsTheLastOneAndTheMomentOfTheChange() {
        Tool changed = tool.changed(text("first", "discontinued", FREE), LATER);

        assertThat(changed.previousStatus()).isEqualTo("active");
        assertThat(changed.statusSince()).isEqualTo(LATER);
        assertThat(changed.pricingSince()).isEqualTo(DAY);
    }

    @Test
    void aToolThatIsTakenDownKeepsAllItHas() {
        Tool down = tool.changed(text("second", "active", PAID), LATER).takenDown("Its maker asked for it.", LATER);

        assertThat(down.version()).isEqualTo(3);
        assertThat(down.takenDown()).isEqualTo(new TakenDown("Its maker asked for it.", LATER));
        assertThat(down.text()).isEqualTo(text("second", "active", PAID));
        assertThat(down.previousPricing()).isEqualTo(FREE);
        assertThat(down.previousSlugs()).containsExactly("first");
        assertThat(down.createdAt()).isEqualTo(DAY);
        assertThat(down.changed(text("third", "active", PAID), LATER).takenDown())
                .isEqualTo(down.takenDown());
        assertThat(down.broughtBack(LATER).takenDown()).isNull();
        assertThat(down.broughtBack(LATER).version()).isEqualTo(4);
    }

    @Test
    void anotherReasonDoesNotMakeItDownSinceNow() {
        Tool down = tool.takenDown("One reason", DAY).takenDown("Another", LATER);

        assertThat(down.takenDown()).isEqualTo(new TakenDown("Another", DAY));
        assertThat(down.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void formerAddressesAreKeptUntilOneIsUsedAgain() {
        Tool second = tool.changed(text("second", "active", FREE), LATER);
        Tool third = second.changed(text("third", "active", FREE), LATER);

        assertThat(third.previousSlugs()).containsExactly("first", "second");
        assertThat(third.changed(text("first", "active", FREE), LATER).previousSlugs())
                .containsExactly("second", "third");
    }
}
