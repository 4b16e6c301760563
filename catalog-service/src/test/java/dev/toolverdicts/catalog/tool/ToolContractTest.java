package dev.toolverdicts.catalog.tool;

import static dev.toolverdicts.catalog.tool.Texts.DAY;
import static dev.toolverdicts.catalog.tool.Texts.FREE;
import static dev.toolverdicts.catalog.tool.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.toolverdicts.catalog.category.Category;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.math.BigDecimal;
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
        return Stream.of(first, changed, Stream.of(down, down.broughtBack(DAY))).flatMap(tools -> tools);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfTool")
    void everyToolFollowsItsSchema(Tool tool) {
        assertThatCode(() ->
                        ContractSchemas.validate(ToolEvent.TOPIC, json.writeValueAsBytes(ToolEvent.of(tool, AUDIO))))
                .doesNotThrowAnyException();
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
