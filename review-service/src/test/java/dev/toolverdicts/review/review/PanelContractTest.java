package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PanelContractTest {

    private static final Instant DAY = Instant.parse("2026-11-01T08:30:00.120Z");

    private static final Take TURNED = new Take(
            "builder",
            "The Builder",
            "Developer Perspective",
            Verdict.SHIP,
            70,
            "Sample take, as the notes[^1] say.",
            true,
            AuthorKind.AI_DRAFTED,
            "sample-model-1",
            "7",
            List.of(
                    new Citation(1, "https://example.org/notes", "Sample notes"),
                    new Citation(2, "https://example.org/", null)),
            2,
            DAY,
            DAY,
            Freshness.dueAt(DAY, null),
            Verdict.SKIP,
            DAY,
            "The sample fault is mended.",
            3,
            1);

    private final JsonMapper json = new JsonMapper();

    private static Stream<PanelState> everyKindOfPanel() {
        Panel opened = Panel.opened(UUID.fromString("0199a8c0-0000-7000-8000-000000000006"), DAY);
        Stream<PanelState> counted = IntStream.rangeClosed(0, 7)
                .boxed()
                .flatMap(ships -> IntStream.rangeClosed(0, 7 - ships)
                        .mapToObj(skips -> PanelTest.takes(ships, skips))
                        .map(takes -> PanelState.of(opened.raised().counting(takes, DAY), takes, 7)));
        List<Take> turned = List.of(TURNED);
        return Stream.of(
                        Stream.of(PanelState.of(opened, List.of(), 7)),
                        counted,
                        Stream.of(PanelState.of(opened.raised().counting(turned, DAY), turned, 7)))
                .flatMap(states -> states);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfPanel")
    void everyPanelFollowsItsSchema(PanelState state) {
        assertThatCode(() -> ContractSchemas.validate(PanelState.TOPIC, json.writeValueAsBytes(state)))
                .doesNotThrowAnyException();
    }
}
