package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.keptfiles.KeptFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetPageTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Instant NIGHT = Instant.parse("2026-11-24T02:00:00Z");

    private static DatasetIndex.Part part(String name, String... files) {
        return new DatasetIndex.Part(
                name,
                NIGHT,
                DatasetIndex.path(DAY, name, "SHA256SUMS"),
                Stream.of(files)
                        .map(file -> DatasetIndex.File.of(DAY, name, new KeptFile(file, 12, 3_000, "ab")))
                        .toList());
    }

    @Test
    void eachDayLeadsToItsFilesAndTheirSums() throws Exception {
        try (Site site = new Site(new FixedPages())) {
            site.datasets = DatasetIndex.of(
                    true,
                    List.of(new DatasetIndex.Day(
                            DAY,
                            List.of(
                                    part("catalog", "tools.csv.gz", "tools.ndjson.gz"),
                                    part("votes", "votes.csv.gz", "leaderboard.ndjson.gz")))));
            String page = site.html("/dataset");

            assertThat(page)
                    .contains(
                            "href=\"/dataset/2026-11-24/catalog/tools.csv.gz\"",
                            "href=\"/dataset/2026-11-24/votes/votes.csv.gz\"",
                            "href=\"/dataset/2026-11-24/votes/SHA256SUMS\"",
                            "href=\"https://creativecommons.org/licenses/by/4.0/\"");
            assertThat(Html.text(page))
                    .contains("Tools, CSV 12 rows, 2 KiB", "Votes, CSV", "Leaderboard, NDJSON", "SHA-256 of votes")
                    .doesNotContain("cannot be said at the moment", "None is there yet");
            assertThat(site.html("/dataset/index.json"))
                    .contains("\"license\":\"CC-BY-4.0\"", "\"day\":\"2026-11-24\"", "\"sha256\":\"ab\"")
                    .contains("\"complete\":true");
        }
    }

    @Test
    void whatIsNotKnownIsSaid() throws Exception {
        try (Site site = new Site(new FixedPages())) {
            assertThat(Html.text(site.html("/dataset"))).contains("the first is made tonight");
            site.datasets = DatasetIndex.of(false, List.of());
            assertThat(Html.text(site.html("/dataset"))).contains("cannot be said at the moment");
        }
    }
}
