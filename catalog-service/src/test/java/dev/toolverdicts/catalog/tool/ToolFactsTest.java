package dev.toolverdicts.catalog.tool;

import static dev.toolverdicts.catalog.tool.Texts.DAY;
import static dev.toolverdicts.catalog.tool.Texts.FREE;
import static dev.toolverdicts.catalog.tool.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.history.FactValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolFactsTest {

    private static final Instant LATER = DAY.plusSeconds(3600);
    private static final FactWish SILENT = new FactWish(null, null);
    private static final FactWishes NONE = new FactWishes(SILENT, SILENT, SILENT);
    private static final String SITE = "https://sample.example";
    private static final String ELSEWHERE = "https://elsewhere.example/prices";

    private final ToolText text = text("first", "active", FREE, "proprietary", "Sample");
    private final ToolFacts first = ToolFacts.first(text, NONE, "ada", DAY);

    private static ToolText dearer(Instant read) {
        var price = new Pricing("$10/mo", "paid", BigDecimal.TEN, "USD", "month", read);
        return text("first", "active", price, "proprietary", "Sample");
    }

    private static FactWishes license(FactWish wish) {
        return new FactWishes(SILENT, wish, SILENT);
    }

    @Test
    void whatIsWrittenFirstWasReadAtTheOfficialSite() {
        assertThat(first.price()).isEqualTo(new Evidence(SITE, DAY, DAY, "ada"));
        assertThat(first.license()).isEqualTo(first.status()).isEqualTo(first.price());
        assertThat(ToolFacts.unsaid(text, LATER).price()).isEqualTo(new Evidence(SITE, DAY, DAY, null));
        assertThat(ToolFacts.unsaid(text, LATER).license()).isEqualTo(new Evidence(SITE, LATER, LATER, null));
    }

    @Test
    void theSameAgainVerifiesNothing() {
        assertThat(first.next(text, text, NONE, "grace", LATER)).isEqualTo(first);
    }

    @Test
    void aPriceReadAgainIsVerifiedAndAnotherOneIsCaptured() {
        ToolText readAgain = text(
                "first",
                "active",
                new Pricing("Free", "free", BigDecimal.ZERO, "USD", null, LATER),
                "proprietary",
                "Sample");

        assertThat(first.next(text, readAgain, NONE, "grace", LATER).price())
                .isEqualTo(new Evidence(SITE, DAY, LATER, "grace"));
        assertThat(first.next(text, dearer(LATER), NONE, "grace", LATER).price())
                .isEqualTo(new Evidence(SITE, LATER, LATER, "grace"));
        assertThat(first.next(text, dearer(LATER), NONE, "grace", LATER).license())
                .isEqualTo(first.license());
    }

    @Test
    void aLicenceIsVerifiedWhenSomebodySaysSo() {
        FactWishes seen = license(new FactWish(ELSEWHERE, LATER));

        assertThat(first.next(text, text, seen, "grace", LATER).license())
                .isEqualTo(new Evidence(ELSEWHERE, DAY, LATER, "grace"));
        assertThat(first.next(text, text, seen, "grace", LATER).status()).isEqualTo(first.status());
    }

    @Test
    void anotherLicenceCannotHaveBeenSeenWhenTheLastOneWas() {
        ToolText open = text("first", "active", FREE, "osi_open", "Sample");

        assertThat(first.next(text, open, license(new FactWish(null, DAY)), "grace", LATER)
                        .license())
                .isEqualTo(new Evidence(SITE, LATER, LATER, "grace"));
    }

    @Test
    void aFactThatIsReadAtTheOfficialSiteFollowsIt() {
        ToolText without = text("first", "active", FREE, "proprietary", null);
        ToolFacts unplaced = ToolFacts.first(without, NONE, "ada", DAY);

        assertThat(unplaced.status().sourceUrl()).isNull();
        assertThat(unplaced.next(without, text, NONE, "ada", LATER).status().sourceUrl())
                .isEqualTo(SITE);
        assertThat(first.next(text, without, license(new FactWish(SITE, null)), "ada", LATER)
                        .license()
                        .sourceUrl())
                .isNull();
        ToolFacts placed = first.next(text, text, license(new FactWish(ELSEWHERE, null)), "ada", LATER);
        assertThat(placed.next(text, without, NONE, "ada", LATER).license().sourceUrl())
                .isEqualTo(ELSEWHERE);
    }

    @Test
    void everyChangeIsNamedAndNothingElseIs() {
        Tool tool = Tool.first(new UUID(0, 7), text, DAY).resting(first);
        ToolText all = text("second", "acquired", dearer(LATER).pricing(), "osi_open", null);
        Tool changed = tool.changed(all, LATER).resting(first.next(text, all, NONE, "ada", LATER));

        assertThat(FactKind.changes(tool, changed))
                .containsExactly(
                        new FactKind.Change(
                                FactKind.PRICE,
                                FactValue.price("Free", "free", BigDecimal.ZERO, "USD", null),
                                FactValue.price("$10/mo", "paid", BigDecimal.TEN, "USD", "month"),
                                null),
                        new FactKind.Change(
                                FactKind.LICENSE,
                                FactValue.license("Sample", "proprietary"),
                                FactValue.license(null, "osi_open"),
                                null),
                        new FactKind.Change(
                                FactKind.STATUS, FactValue.status("active"), FactValue.status("acquired"), null));
        assertThat(FactKind.changes(changed, changed.changed(all, LATER))).isEmpty();
    }
}
