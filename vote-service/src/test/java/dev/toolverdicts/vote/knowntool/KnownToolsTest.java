package dev.toolverdicts.vote.knowntool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.test.StepVerifier;

class KnownToolsTest {

    private static final UUID ID = new UUID(0, 1);

    private final KnownTools tools = waiting(Duration.ofMillis(300));

    private static KnownTools waiting(Duration patience) {
        return new KnownTools(new DefaultKafkaConsumerFactory<>(Map.of()), null, patience);
    }

    private static KnownTool tool(UUID id, long version, String slug, String... former) {
        return new KnownTool(
                id,
                version,
                slug,
                slug,
                new KnownTool.Category("audio"),
                List.of(former),
                "active",
                Instant.EPOCH,
                null);
    }

    @Test
    void aRenamedToolAnswersToBothAddresses() {
        tools.learn(tool(ID, 1, "old"));
        tools.learn(tool(ID, 2, "new", "old"));
        assertThat(tools.find("old").orElseThrow().slug()).isEqualTo("new");
        assertThat(tools.find("new").orElseThrow().toolId()).isEqualTo(ID);
    }

    @Test
    void aToolThatWasTakenDownIsGoneUntilItComesBack() {
        tools.learn(tool(ID, 1, "old"));
        tools.learn(new KnownTool(
                ID,
                2,
                "new",
                "new",
                new KnownTool.Category("audio"),
                List.of("old"),
                "active",
                Instant.EPOCH,
                new KnownTool.TakenDown("Sample reason", Instant.EPOCH)));

        for (String address : List.of("new", "old")) {
            assertThat(tools.find(address)).isEmpty();
            StepVerifier.create(tools.resolve(address)).verifyError(ToolTakenDown.class);
            assertThat(tools.resolveAlsoTakenDown(address)
                            .map(KnownTool::toolId)
                            .block())
                    .isEqualTo(ID);
        }
        assertThat(tools.find(ID).orElseThrow().contends()).isFalse();
        tools.learn(tool(ID, 3, "new", "old"));
        assertThat(tools.find("new").orElseThrow().contends()).isTrue();
        assertThat(tools.resolve("old").block()).isNotNull();
    }

    @Test
    void anOlderStateChangesNothing() {
        tools.learn(tool(ID, 2, "new", "old"));
        tools.learn(tool(ID, 1, "old"));
        assertThat(tools.find("new").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aPresentAddressGoesBeforeAFormerOne() {
        tools.learn(tool(ID, 2, "new", "old"));
        tools.learn(tool(new UUID(0, 2), 1, "old"));
        assertThat(tools.find("old").orElseThrow().toolId()).isEqualTo(new UUID(0, 2));
    }

    @Test
    void aToolThatIsJustBeingMadeIsWaitedFor() {
        KnownTools patient = waiting(Duration.ofMinutes(1));
        StepVerifier.create(patient.resolve("fresh"))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> patient.learn(tool(ID, 1, "fresh")))
                .assertNext(found -> assertThat(found.toolId()).isEqualTo(ID))
                .verifyComplete();
    }

    @Test
    void whileTheTopicIsStillBeingReadNoToolIsCalledUnknown() {
        StepVerifier.create(tools.resolve("never")).verifyError(ToolsNotYetKnown.class);
    }

    @Test
    void whatCannotBeAnAddressIsNotWaitedFor() {
        for (String slug : new String[] {"", "A", "a--b", "../etc", "a b", "x".repeat(201)}) {
            StepVerifier.create(tools.resolve(slug))
                    .expectError(ToolNotFound.class)
                    .verify(Duration.ofMillis(100));
        }
    }
}
