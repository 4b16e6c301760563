package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardRebuildIT extends RunningService {

    @Test
    void cardsAreBuiltAnewWhileTheyAreRead() {
        Api.Added tool = api.added(Draft.fresh());
        others.mixedPanel(tool.toolId(), 5);
        others.tally(tool.toolId(), 9, 3, 1);
        await().untilAsserted(() -> assertThat(etag(tool)).isEqualTo("\"1.5.9\""));
        Object right = row(tool);
        assertThat(rebuild().at("/state").asString()).isEqualTo("done");
        jdbc.sql("UPDATE tool_card SET ships = 77, search = 'spoilt' WHERE slug = :slug")
                .param("slug", tool.slug())
                .update();
        jdbc.sql("UPDATE tool_search SET words = 'spoilt' WHERE tool_id = :id::uuid")
                .param("id", tool.toolId())
                .update();
        var busy = new AtomicBoolean(true);
        CompletableFuture<Long> reading =
                CompletableFuture.supplyAsync(() -> readAll(tool, busy), Thread::startVirtualThread);

        JsonNode mended;
        try {
            mended = rebuild();
        } finally {
            busy.set(false);
        }

        assertThat(mended.at("/differingRows").asInt()).isEqualTo(2);
        assertThat(reading.join()).isPositive();
        assertThat(row(tool)).isEqualTo(right);
        assertThat(api.get("/api/v1/search?q=" + tool.slug().replaceFirst("sample-", ""))
                        .at("/tools/0/slug"))
                .isEqualTo(tool.slug());
        others.tally(tool.toolId(), 10, 4, 1);
        await().untilAsserted(() -> assertThat(etag(tool)).isEqualTo("\"1.5.10\""));
        assertThat(rebuild().at("/differingRows").asInt()).isZero();
    }

    @Test
    void onlyOperatorsRebuild() {
        assertThat(start(null)).isEqualTo(401);
        assertThat(start(TestTokens.bearer("editor"))).isEqualTo(403);
        assertThat(api.send(
                                "POST",
                                "/actuator/rebuild/nothing",
                                BodyPublishers.noBody(),
                                "Authorization",
                                TestTokens.bearer("operator"))
                        .status())
                .isEqualTo(404);
    }

    private long readAll(Api.Added tool, AtomicBoolean busy) {
        long reads = 0;
        for (; busy.get(); reads++) {
            assertThat(api.get(Api.path(tool.slug())).status()).isEqualTo(200);
            assertThat(api.get("/").status()).isEqualTo(200);
        }
        return reads;
    }

    private JsonNode rebuild() {
        return new Rebuilding(api, "cards").run();
    }

    private int start(String token) {
        return new Rebuilding(api, "cards").start(token);
    }

    private String etag(Api.Added tool) {
        return api.get(Api.path(tool.slug())).header("ETag");
    }

    private Object row(Api.Added tool) {
        return jdbc.sql("SELECT card::text AS content FROM tool_card card WHERE slug = :slug")
                .param("slug", tool.slug())
                .query(String.class)
                .single();
    }
}
