package dev.toolverdicts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoldenSampleTest {

    /// Somebody's topic still holds a record like each of these. New samples are added with a line; a changed or
    /// missing one fails here.
    @Test
    void aGoldenSampleIsNeverChangedOrDeleted() throws Exception {
        assertThat(actual()).containsAllEntriesOf(recorded());
    }

    @Test
    void aNewSampleIsRecorded() throws Exception {
        assertThat(recorded().keySet()).containsExactlyElementsOf(actual().keySet());
    }

    @Test
    void panelSamplesKeepTheVerdictRule() {
        for (var name : Contracts.sampleNames("review.panel.v1")) {
            var panel = Contracts.sample("review.panel.v1", name);
            long ships = count(panel, "ship");
            long skips = count(panel, "skip");
            assertThat(panel.get("ships").longValue()).as(name).isEqualTo(ships);
            assertThat(panel.get("skips").longValue()).as(name).isEqualTo(skips);
            assertThat(panel.get("pct")).as(name).isEqualTo(pct(ships, skips));
            assertThat(panel.get("verdict").stringValue())
                    .as(name)
                    .isEqualTo(verdict(ships, skips, panel.get("quorum").longValue()));
        }
    }

    @Test
    void tallySamplesCarryTheShareOfTheirCounts() {
        for (var name : Contracts.sampleNames("vote.tally.v1")) {
            var tally = Contracts.sample("vote.tally.v1", name);
            long ships = tally.get("ships").longValue();
            long skips = tally.get("skips").longValue();
            assertThat(tally.get("pct")).as(name).isEqualTo(pct(ships, skips));
            if (ships + skips > 0) {
                assertThat(tally.get("wilsonLow").doubleValue() * 100)
                        .isLessThanOrEqualTo(100.0 * ships / (ships + skips));
                assertThat(tally.get("wilsonHigh").doubleValue() * 100)
                        .isGreaterThanOrEqualTo(100.0 * ships / (ships + skips));
            } else {
                assertThat(tally.get("wilsonLow").isNull()).isTrue();
            }
        }
    }

    @Test
    void samplesHoldNoAddress() throws IOException {
        try (var files = Files.walk(Contracts.SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile).map(Contracts::read)).noneMatch(text -> text.contains("@"));
        }
    }

    private static long count(JsonNode panel, String verdict) {
        return panel.get("reviews")
                .valueStream()
                .filter(review -> review.get("verdict").stringValue().equals(verdict))
                .count();
    }

    private static JsonNode pct(long ships, long skips) {
        var json = Contracts.JSON.getNodeFactory();
        return ships + skips == 0
                ? json.nullNode()
                : json.numberNode((int) Math.floor(100.0 * ships / (ships + skips) + 0.5));
    }

    private static String verdict(long ships, long skips, long quorum) {
        if (ships + skips < quorum) {
            return "pending";
        }
        return ships > skips ? "ship" : ships == skips ? "mixed" : "skip";
    }

    private static Map<String, String> recorded() throws IOException {
        return Files.readAllLines(Contracts.SAMPLES.resolve("CHECKSUMS")).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(
                        parts -> parts[1],
                        parts -> parts[0],
                        (a, b) -> {
                            throw new IllegalStateException("recorded twice: " + a + " " + b);
                        },
                        TreeMap::new));
    }

    private static Map<String, String> actual() throws IOException {
        try (var files = Files.walk(Contracts.SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            file -> Contracts.SAMPLES
                                    .relativize(file)
                                    .toString()
                                    .replace('\\', '/'),
                            GoldenSampleTest::sha256,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
