package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// What becomes of badges on other sites is counted, and nothing else is known of it.
class BadgeUseIT extends RunningService {

    @Autowired
    private Set<ScheduledTaskHolder> scheduled;

    private void aMinutePasses() {
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("BadgeUseService"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    private String counted(Api.Added tool) {
        aMinutePasses();
        return jdbc.sql("SELECT coalesce(sum(shown), 0) || ' ' || coalesce(sum(followed), 0) FROM badge_use"
                        + " WHERE tool_id = :id::uuid")
                .param("id", tool.toolId())
                .query(String.class)
                .single();
    }

    @Test
    void whatOtherSitesShowAndSendIsCounted() {
        Api.Added tool = api.added(Draft.fresh());
        String badge = "/badge/" + tool.slug();
        Api.Answer first = api.get(badge + ".svg", "Sec-Fetch-Site", "cross-site");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.response().headers().map()).doesNotContainKey("set-cookie");
        assertThat(api.get(badge + ".svg", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get(badge).status()).isEqualTo(302);

        assertThat(counted(tool)).isEqualTo("2 1");

        api.get(badge + ".svg");
        assertThat(counted(tool)).isEqualTo("3 1");
        assertThat(api.getAsEditor("/desk/tools/" + tool.slug()).text())
                .containsPattern("shown <span>3</span> times at least and followed <span>1</span>");
    }

    @Test
    void whatNobodySawIsNotCounted() {
        Api.Added tool = api.added(Draft.fresh());
        String badge = "/badge/" + tool.slug();

        api.send("HEAD", badge + ".svg", BodyPublishers.noBody());
        api.send("HEAD", badge, BodyPublishers.noBody());
        api.get(badge + ".svg", "Sec-Fetch-Site", "same-origin");
        api.get(badge, "Sec-Purpose", "prefetch");

        assertThat(counted(tool)).isEqualTo("0 0");
    }

    @Test
    void theBadgeOfARenamedToolCountsForIt() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String slug = tool.slug() + "-2";
        assertThat(api.put(tool.slug(), tool.etag(), draft.with("slug", slug).json())
                        .status())
                .isEqualTo(200);
        await().until(() -> api.get(Api.path(slug)).status() == 200);

        assertThat(api.get("/badge/" + tool.slug() + ".svg").status()).isEqualTo(200);

        assertThat(counted(tool)).isEqualTo("1 0");
    }
}
