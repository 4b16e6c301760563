package dev.toolverdicts.catalog.tool;

import static dev.toolverdicts.catalog.tool.Texts.DAY;
import static dev.toolverdicts.catalog.tool.Texts.FREE;
import static dev.toolverdicts.catalog.tool.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.toolverdicts.catalog.category.Category;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ToolContractTest {

    private static final Category AUDIO = new Category("audio", "Audio", null, List.of());
    private static final List<String> STATUSES = List.of("announced", "waitlist", "active", "discontinued", "acquired");
    private static final List<String> LICENSES =
            List.of("osi_open", "open_weight_restricted", "source_available", "proprietary", "unknown");

    private static final FactWish NOTHING = new FactWish(null, null);

    private final JsonMapper json = new JsonMapper();

    private static Stream<Pricing> prices() {
        return Stream.of("free", "freemium", "paid", "usage", "contact", "unknown")
                .flatMap(model -> Stream.of(
                        new Pricing("Sample price", model, null, null, null, DAY),
                        new Pricing("Sample price", model, new BigDecimal("0.1"), "EUR", "1M tokens", DAY)));
    }

    private static Stream<Tool> everyKindOfTool() {
        Stream<Tool> first = prices().flatMap(price -> LICENSES.stream()
                        .flatMap(license -> Stream.of(
                                text("first", "active", price, license, null),
                                text("first", "waitlist", price, license, "Sample"))))
                .map(text -> Tool.first(new UUID(1, 2), text, DAY));
        Stream<Tool> changed = STATUSES.stream()
                .map(status -> Tool.first(new UUID(1, 2), text("first", status, FREE), DAY))
                .flatMap(tool -> prices().flatMap(price -> STATUSES.stream()
                        .map(status -> tool.changed(text("second", status, price), DAY.plusSeconds(1)))));
        Tool down =
                Tool.first(new UUID(1, 2), text("first", "active", FREE), DAY).takenDown("Sample reason", DAY);
        var release = new ToolRelease(new UUID(3, 4), "2.1", LocalDate.parse("2026-11-28"), null);
        Tool released = new Tool(
                down.toolId(),
                down.version(),
                text("first", "active", FREE, "osi_open", "Sample"),
                DAY,
                null,
                DAY,
                null,
                List.of(),
                ToolFacts.first(
                        down.text(),
                        new FactWishes(NOTHING, new FactWish("https://sample.example/licence", null), NOTHING),
                        "ada",
                        DAY),
                release,
                null,
                DAY,
                DAY);
        return Stream.of(first, changed, Stream.of(down, down.broughtBack(DAY), released))
                .flatMap(tools -> tools);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfTool")
    void everyToolFollowsItsSchema(Tool tool) {
        assertThatCode(() ->
                        ContractSchemas.validate(ToolEvent.TOPIC, json.writeValueAsBytes(ToolEvent.of(tool, AUDIO))))
                .doesNotThrowAnyException();
    }

    @Test
    void whoVerifiedAFactIsNobodysBusinessOutside() {
        Tool tool = Tool.first(new UUID(1, 2), text("first", "active", FREE), DAY);
        Tool verified = tool.resting(
                ToolFacts.first(tool.text(), new FactWishes(NOTHING, NOTHING, NOTHING), "ada@example.org", DAY));

        String event = json.writeValueAsString(ToolEvent.of(verified, AUDIO));
        assertThat(event).contains("\"verifiedBy\":\"editor\"").doesNotContain("ada");
        assertThat(ToolEvent.of(tool, AUDIO).facts().price().verifiedBy()).isNull();
    }

    @Test
    void theGoldenSamplesFollowTheRuleOfTheEntryLabel() {
        assertThat(ContractSchemas.samples(ToolEvent.TOPIC).values()).allSatisfy(sample -> {
            var tool = json.readTree(sample);
            Pricing pricing = new Pricing(
                    tool.at("/pricing/text").asString(),
                    tool.at("/pricing/model").asString(),
                    tool.at("/pricing/entryAmount").isNull()
                            ? null
                            : tool.at("/pricing/entryAmount").decimalValue(),
                    null,
                    null,
                    DAY);
            assertThat(EntryLabel.of(pricing, tool.at("/license/class").asString()))
                    .isEqualTo(tool.at("/pricing/entryLabel").asString());
        });
    }
}
