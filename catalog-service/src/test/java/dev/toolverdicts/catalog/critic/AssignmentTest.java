package dev.toolverdicts.catalog.critic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.Facts;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");

    private final List<CriticProfile> panel = List.of(
            critic("builder", List.of()),
            critic("skeptic", List.of()),
            critic("futurist", List.of()),
            critic("founder", List.of("automation")),
            critic("creator", List.of("design-creative", "audio")),
            critic("analyst", List.of("models")));

    private static CriticProfile critic(String key, @Nullable List<String> categories) {
        return new CriticProfile(
                key, 1, "The " + key, "Role", "Motto.", "Persona.", List.of(), List.of(), "ai_persona", categories);
    }

    private static ToolCard tool(String category) {
        return new ToolCard(
                "sample",
                "Sample",
                "Tagline",
                "Summary",
                new ToolCard.Category(category, category),
                List.of(),
                null,
                "active",
                new ToolCard.Pricing("Free", "free", null, null, null, "Free", null),
                new ToolCard.License(null, "unknown"),
                null,
                null,
                null,
                new Facts(
                        new Fact(null, DAY, DAY, null, false, false),
                        new Fact(null, DAY, DAY, null, false, false),
                        new Fact(null, DAY, DAY, null, false, false)),
                null,
                new ToolCard.Panel(0, 0, null, "pending", 4, 7),
                new ToolCard.Community(0, 0, null, null, null, false),
                DAY,
                new ToolCard.Versions(1, 1, 1));
    }

    private static Take take(String critic) {
        return new Take(
                critic,
                critic,
                "Role",
                "ship",
                80,
                "Words.",
                false,
                "ai_persona",
                null,
                null,
                null,
                1,
                DAY,
                DAY,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<String> assigned(String category) {
        return Assignment.of(tool(category), List.of(), panel).assigned().stream()
                .map(Assignment.Assigned::key)
                .toList();
    }

    @Test
    void creativeToolsAreTheCreatorsAndBusinessToolsTheFounders() {
        assertThat(assigned("design-creative")).containsExactly("builder", "skeptic", "futurist", "creator");
        assertThat(assigned("automation")).containsExactly("builder", "skeptic", "futurist", "founder");
    }

    @Test
    void aCategoryOfNobodyIsFilledUpToAQuorumInThePanelsOrder() {
        assertThat(assigned("something-new")).containsExactly("builder", "skeptic", "futurist", "founder");
    }

    @Test
    void whoHasReviewedIsNotAwaited() {
        Assignment assignment = Assignment.of(tool("audio"), List.of(take("skeptic"), take("analyst")), panel);

        assertThat(assignment.open())
                .extracting(Assignment.Assigned::key)
                .containsExactly("builder", "futurist", "creator");
    }

    @Test
    void whoDoesNotSayForWhatIsAssignedToNothing() {
        List<CriticProfile> earlier = List.of(critic("builder", null), critic("skeptic", null));

        assertThat(Assignment.of(tool("audio"), List.of(), earlier).assigned()).isEmpty();
    }
}
