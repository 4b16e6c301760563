package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.history.FactChange;
import dev.toolverdicts.catalog.history.FactValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceLineTest {

    static final FactValue FREE = FactValue.price("Free", "free", null, null, null);
    private static final FactValue ON_REQUEST = FactValue.price("Ask us", "contact", null, null, null);

    /// Of a tool whose price was last seen on the 28th.
    private static final Fact PRESENT =
            new Fact(null, day(1), Instant.parse("2026-11-28T00:00:00Z"), null, false, false);

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofDays(day - 1L));
    }

    static FactValue paid(String amount) {
        return amount("Two plans <i> from " + amount, amount, "USD", "month");
    }

    private static FactValue amount(String text, String amount, @Nullable String currency, @Nullable String period) {
        return FactValue.price(text, "paid", new BigDecimal(amount), currency, period);
    }

    static FactChange change(int day, FactValue old, FactValue next) {
        return new FactChange(day + "~price", "price", old, next, null, day(day));
    }

    private static PriceLine line(FactChange... latestFirst) {
        return PriceLine.of(List.of(latestFirst), PRESENT);
    }

    private static PriceDrawing drawn(FactChange... latestFirst) {
        PriceDrawing drawing = line(latestFirst).drawing();
        assertThat(drawing).isNotNull();
        return drawing;
    }

    @Test
    void withoutAChangeASentenceStandsInThePicturesPlace() {
        PriceLine line = line();

        assertThat(line.drawing()).isNull();
        assertThat(line.rows()).isEmpty();
        assertThat(line.says()).isEqualTo("No change of the price is known since 2026-11-01, when it was first seen.");
    }

    @Test
    void aChangeIsAStep() {
        PriceLine line = line(change(10, paid("20"), paid("30")));

        assertThat(line.rows())
                .containsExactly(
                        new PriceLine.Row("since 2026-11-10", "Two plans <i> from 30", "USD 30 / month"),
                        new PriceLine.Row("until 2026-11-10", "Two plans <i> from 20", "USD 20 / month"));
        PriceDrawing drawing = drawn(change(10, paid("20"), paid("30")));
        assertThat(drawing.strokes())
                .containsExactly(
                        new PriceDrawing.Stroke("0", "27.3", "8.00%", "27.3"),
                        new PriceDrawing.Stroke("8.00%", "27.3", "8.00%", "8.0"),
                        new PriceDrawing.Stroke("8.00%", "8.0", "100%", "8.0"));
        assertThat(drawing.dots()).containsExactly(new PriceDrawing.Dot("8.00%", "8.0"));
        assertThat(drawing.summary())
                .isEqualTo("USD 20 / month until 2026-11-10, USD 30 / month since 2026-11-10."
                        + " Lowest USD 20 / month, highest USD 30 / month.");
    }

    @Test
    void twoChangesLieWhereTheirDaysAre() {
        PriceDrawing drawing = drawn(change(19, paid("30"), FREE), change(10, FREE, paid("30")));

        assertThat(drawing.dots())
                .containsExactly(new PriceDrawing.Dot("8.00%", "8.0"), new PriceDrawing.Dot("50.00%", "66.0"));
        assertThat(drawing.summary())
                .isEqualTo("Free until 2026-11-10, Free since 2026-11-19. Lowest Free, highest USD 30 / month.");
    }

    @Test
    void manyChangesAreDrawnUpToALimitThatIsSaid() {
        var changes = new ArrayList<FactChange>();
        for (int i = PriceLine.MOST; i > 0; i--) {
            changes.add(change(i, paid(Integer.toString(i)), paid(Integer.toString(i + 1))));
        }

        PriceLine line = PriceLine.of(changes, PRESENT);

        assertThat(line.rows()).hasSize(PriceLine.MOST + 1);
        assertThat(drawn(changes.toArray(FactChange[]::new)).dots()).hasSize(PriceLine.MOST);
        assertThat(line.says()).endsWith("Only the latest 12 changes are drawn.");
        assertThat(line(change(10, paid("20"), paid("30"))).says()).doesNotContain("Only the latest");
    }

    @Test
    void anotherCurrencyOrPeriodIsNotOnOneScale() {
        FactValue euros = amount("EUR 20", "20", "EUR", "month");
        FactValue yearly = amount("USD 200", "200", "USD", "year");

        for (FactValue other : List.of(euros, yearly)) {
            PriceLine line = line(change(10, paid("20"), other));
            assertThat(line.drawing()).isNull();
            assertThat(line.says()).isEqualTo("There is no line: the prices are not in one currency and period.");
            assertThat(line.rows()).hasSize(2);
        }
    }

    @Test
    void nothingIsNothingInEveryCurrency() {
        FactValue noEuros = amount("Free plan", "0", "EUR", "year");

        assertThat(drawn(change(12, noEuros, paid("20")), change(10, FREE, noEuros))
                        .strokes())
                .extracting(PriceDrawing.Stroke::fromY)
                .containsExactly("66.0", "66.0", "66.0", "8.0");
    }

    @Test
    void whatIsAlwaysFreeIsALevelLine() {
        assertThat(drawn(change(10, FREE, amount("Free plan; Pro $20/mo", "0", "USD", "month")))
                        .strokes())
                .extracting(PriceDrawing.Stroke::toY)
                .containsOnly("66.0");
    }

    @Test
    void anUnknownAmountIsAGap() {
        PriceLine line = line(change(20, ON_REQUEST, paid("30")), change(10, paid("20"), ON_REQUEST));

        assertThat(line.says()).contains("Where it breaks off, no amount is known.");
        PriceDrawing drawing = drawn(change(20, ON_REQUEST, paid("30")), change(10, paid("20"), ON_REQUEST));
        assertThat(drawing.strokes())
                .hasSize(2)
                .noneMatch(stroke -> stroke.fromX().equals(stroke.toX()));
        assertThat(drawing.dots()).hasSize(1);
    }

    @Test
    void oneAmountIsNoLine() {
        PriceLine line = line(change(10, ON_REQUEST, paid("20")));

        assertThat(line.drawing()).isNull();
        assertThat(line.says()).isEqualTo("There is no line: too few of the prices name an amount.");
        assertThat(line.rows()).extracting(PriceLine.Row::entry).containsExactly("USD 20 / month", "Unknown");
    }

    @Test
    void aPriceOfTwoLinesStandsInTheTableAlone() {
        String words = "Free plan with 2,000 credits; Pro $20/mo per seat, billed yearly; "
                .repeat(3)
                .strip();
        FactChange change = change(10, paid("20"), amount(words, "30", "USD", "month"));

        assertThat(line(change).rows().getFirst().price()).isEqualTo(words);
        assertThat(drawn(change).summary()).doesNotContain("credits");
    }

    @Test
    void changesOfOneMomentDoNotDivideByNothing() {
        var seen = new Fact(null, day(10), day(10), null, false, false);

        PriceDrawing drawing =
                PriceLine.of(List.of(change(10, paid("20"), paid("30"))), seen).drawing();

        assertThat(drawing).isNotNull();
        assertThat(drawing.dots()).containsExactly(new PriceDrawing.Dot("50.00%", "8.0"));
    }
}
