package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Open pages hear that something has changed.
class ChangeStreamIT extends RunningService {

    private static final String STREAM = "/api/v1/changes/stream";
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int OF_ONE_CLIENT = 100;

    private OpenStream follow(String slug) {
        OpenStream stream = OpenStream.of(api, STREAM + "?tools=" + slug);
        assertThat(stream.status()).isEqualTo(200);
        stream.next(":changes", SOON);
        return stream;
    }

    /// As another copy of the service does.
    private void anotherCopySays(String what) {
        jdbc.sql("SELECT pg_notify('catalog_changes', :what)")
                .param("what", what)
                .query((_, _) -> true)
                .list();
    }

    @Test
    void aReviewIsToldToItsToolsReadersWithinTwoSecondsAndToNobodyElse() {
        Api.Added tool = api.added(Draft.fresh());
        Api.Added other = api.added(Draft.fresh());
        others.awaitApplied("catalog-card-panels", others.mixedPanel(other.toolId(), 4));
        try (OpenStream reader = follow(tool.slug());
                OpenStream bystander = follow(other.slug());
                OpenStream everything = OpenStream.of(api, STREAM)) {
            others.mixedPanel(tool.toolId(), 5);

            assertThat(reader.next("data:{\"slug\":\"" + tool.slug() + "\",\"kind\":\"panel\"", TWO_SECONDS))
                    .contains("\"asOf\":\"2");
            everything.next("data:{\"slug\":\"" + tool.slug() + "\",\"kind\":\"panel\"", TWO_SECONDS);
            anotherCopySays("last " + other.slug());
            while (true) {
                String heard = bystander.next("data:", SOON);
                assertThat(heard).doesNotContain(tool.slug());
                if (heard.contains("\"kind\":\"last\"")) {
                    break;
                }
            }
        }
    }

    @Test
    void aChangeOfTheToolIsToldWhenItCanBeRead() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        try (OpenStream reader = follow(tool.slug())) {
            anotherCopySays("first " + tool.slug());
            reader.next("data:{\"slug\":\"" + tool.slug() + "\",\"kind\":\"first\"", SOON);

            assertThat(api.put(
                                    tool.slug(),
                                    tool.etag(),
                                    draft.with("tagline", "Another line").json())
                            .status())
                    .isEqualTo(200);

            reader.next("data:{\"slug\":\"" + tool.slug() + "\",\"kind\":\"tool\"", SOON);
            assertThat(api.get(Api.path(tool.slug())).at("/tagline")).isEqualTo("Another line");
        }
    }

    @Test
    void aBoardIsOfNoSingleTool() {
        try (OpenStream everything = OpenStream.of(api, STREAM)) {
            everything.next(":changes", SOON);
            anotherCopySays("board");

            everything.next("data:{\"slug\":null,\"kind\":\"board\"", SOON);
        }
    }

    @Test
    void whatAnotherCopyHasAppliedIsHeardHere() {
        try (OpenStream reader = follow("from-elsewhere")) {
            anotherCopySays("panel from-elsewhere");

            reader.next("data:{\"slug\":\"from-elsewhere\",\"kind\":\"panel\"", SOON);
        }
    }

    @Test
    void whoComesBackHearsWhatWasSaidMeanwhile() {
        String id;
        try (OpenStream reader = follow("seen-before")) {
            anotherCopySays("tool seen-before");
            id = reader.next("id:", SOON).substring(3).strip();
        }
        try (OpenStream meanwhile = follow("missed")) {
            anotherCopySays("tool missed");
            hears(meanwhile, "missed");
        }
        try (OpenStream again = OpenStream.of(api, STREAM + "?tools=missed", "Last-Event-ID", id);
                OpenStream page = OpenStream.of(api, STREAM + "?tools=missed&past=5000");
                OpenStream old = OpenStream.of(api, STREAM + "?tools=missed", "Last-Event-ID", "1")) {
            hears(again, "missed");
            page.next("data:{\"slug\":", SOON);
            old.next("data:{\"slug\":null,\"kind\":\"any\"", SOON);
        }
    }

    /// Or a hint that stands for all, where a projection was built anew just before. What else concerns every tool
    /// may come first.
    private static void hears(OpenStream reader, String slug) {
        String heard = "";
        while (!heard.contains("\"" + slug + "\"") && !heard.contains("\"any\"")) {
            heard = reader.next("data:", SOON);
        }
    }

    @Test
    void aRebuildTellsOnlyThatItHasTakenItsPlace() {
        Api.Added tool = api.added(Draft.fresh());
        try (OpenStream reader = follow(tool.slug())) {
            others.mixedPanel(tool.toolId(), 5);
            reader.next("data:{\"slug\":\"" + tool.slug() + "\",\"kind\":\"panel\"", SOON);

            assertThat(new Rebuilding(api, "cards").run().at("/state").asString())
                    .isEqualTo("done");
            anotherCopySays("after " + tool.slug());

            assertThat(reader.next("data:", SOON)).contains("\"kind\":\"any\"");
            assertThat(reader.next("data:", SOON)).contains("\"kind\":\"after\"");
        }
    }

    @Test
    void aQuietStreamSaysThatItIsAlive() {
        try (OpenStream reader = follow("quiet")) {
            assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
            assertThat(reader.header("Cache-Control")).contains("no-store");
            reader.next(":alive", SOON);
        }
    }

    @Test
    void aClientHasOnlySoManyStreams() {
        var open = new ArrayList<OpenStream>();
        try {
            for (int i = 0; i < OF_ONE_CLIENT; i++) {
                open.add(OpenStream.of(api, STREAM + "?tools=a", "X-Client-Ip", "203.0.113.9"));
            }
            assertThat(open).allMatch(stream -> stream.status() == 200);

            Api.Answer refused = api.get(STREAM + "?tools=a", "X-Client-Ip", "203.0.113.9");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("Retry-After")).isEqualTo("15");
            assertThat(refused.at("/type")).endsWith("/too-many-streams");
            try (OpenStream other = OpenStream.of(api, STREAM + "?tools=a", "X-Client-Ip", "203.0.113.10")) {
                assertThat(other.status()).isEqualTo(200);
            }
        } finally {
            open.forEach(OpenStream::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?tools=", "?tools=,%20,", "?past=-1", "?past=60001", "?past=x", "?past=999999999999"})
    void whatCannotBeFollowedIsRefused(String question) {
        Api.Answer refused = api.get(STREAM + question, "Accept", "text/event-stream");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/type")).endsWith("/invalid-input");
    }

    @Test
    void aStreamNamesOnlySoManyToolsAndIsNotForHead() {
        List<String> many = IntStream.rangeClosed(0, 50).mapToObj(i -> "t" + i).toList();

        assertThat(api.get(STREAM + "?tools=" + many.stream().collect(Collectors.joining(",")))
                        .status())
                .isEqualTo(400);
        assertThat(api.send("HEAD", STREAM, BodyPublishers.noBody()).status()).isEqualTo(405);
    }
}
