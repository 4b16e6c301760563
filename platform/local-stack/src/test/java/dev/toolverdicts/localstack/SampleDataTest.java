package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleDataTest {

    @Test
    void theTwoToolsOfTheSeedPageComeFirstWithItsFigures() throws IOException {
        JsonNode toolkit = SampleData.samples().path(0);
        JsonNode model = SampleData.samples().path(1);

        assertThat(toolkit.path("slug").asString()).isEqualTo("llama-4-scout-fine-tuning-toolkit");
        assertThat(ships(toolkit)).isEqualTo(3);
        assertThat(toolkit.path("reviews")).hasSize(4);
        assertThat(model.path("slug").asString()).isEqualTo("mistral-3b");
        assertThat(ships(model)).isEqualTo(4);
        assertThat(model.path("reviews")).hasSize(4);
        assertThat(model.path("license").path("spdx").asString()).isEqualTo("Apache-2.0");
    }

    @Test
    void everyVerdictOccurs() throws IOException {
        int mixed = 0;
        int skip = 0;
        int pending = 0;
        for (JsonNode tool : SampleData.samples()) {
            int reviews = tool.path("reviews").size();
            pending += reviews < 4 ? 1 : 0;
            mixed += reviews >= 4 && 2 * ships(tool) == reviews ? 1 : 0;
            skip += reviews >= 4 && 2 * ships(tool) < reviews ? 1 : 0;
        }

        assertThat(mixed).isGreaterThanOrEqualTo(2);
        assertThat(skip).isGreaterThanOrEqualTo(2);
        assertThat(pending).isGreaterThanOrEqualTo(2);
    }

    @Test
    void reviewsSayThatAPersonaWroteThemAndNobodyUsedTheTool() throws IOException {
        for (JsonNode tool : SampleData.samples()) {
            Set<String> critics = new HashSet<>();
            for (JsonNode review : tool.path("reviews")) {
                assertThat(review.path("authorKind").asString()).isEqualTo("ai_persona");
                assertThat(review.path("handsOn").asBoolean(true)).isFalse();
                assertThat(critics.add(review.path("critic").asString())).isTrue();
            }
        }
    }

    @Test
    void everyPriceSaysWhenItWasRead() throws IOException {
        assertThat(SampleData.samples())
                .hasSize(29)
                .allMatch(tool ->
                        tool.path("pricing").path("capturedAt").asString("").endsWith("Z"));
    }

    @Test
    void noFactIsTakenAsSeenOnTheDayItIsLoaded() throws IOException {
        assertThat(SampleData.samples())
                .allMatch(tool -> tool.at("/facts/license/verifiedAt").equals(tool.at("/pricing/capturedAt")))
                .allMatch(tool -> tool.at("/facts/status/verifiedAt").equals(tool.at("/pricing/capturedAt")));
    }

    private static long ships(JsonNode tool) {
        return StreamSupport.stream(tool.path("reviews").spliterator(), false)
                .filter(review -> review.path("verdict").asString().equals("ship"))
                .count();
    }
}
