package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakeFilter.Order;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.card.TakePage.Given;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CriticIT extends RunningService {

    private static final String CONSUMER = "catalog-critics";

    @Autowired
    private CriticQueries critics;

    @Test
    void aCriticIsKnownByTheLatestProfile() {
        others.critic("human-critic.json", critic -> critic.put("version", 3).put("motto", "New motto."));
        others.awaitApplied(
                CONSUMER,
                others.critic(
                        "human-critic.json", critic -> critic.put("version", 2).put("motto", "Old motto.")));
        String key = json.readTree(others.value(OtherServices.CRITICS, "human-critic.json", _ -> {}))
                .get("criticKey")
                .asString();

        CriticProfile profile = critics.byKey(key).orElseThrow();
        assertThat(profile.motto()).isEqualTo("New motto.");
        assertThat(profile.likes()).hasSize(3);
        assertThat(critics.byKey("nobody")).isEmpty();
    }

    @Test
    void thePanelIsInItsOrder() {
        others.critic(
                "guardian-revised.json", critic -> critic.put("version", 100).put("position", 7));
        others.awaitApplied(CONSUMER, others.critic("builder.json", critic -> critic.put("version", 100)));

        assertThat(critics.all().stream().map(CriticProfile::position)).isSorted();
        assertThat(critics.order()).containsSubsequence("builder", "guardian");
    }

    @Test
    void aCriticsVerdictsAreTheReviewedTools() {
        Api.Added tool = api.added(Draft.fresh());
        others.awaitApplied("catalog-card-panels", others.mixedPanel(tool.toolId(), 5));

        assertThat(all("builder", Order.NEWEST))
                .filteredOn(given -> given.tool().slug().equals(tool.slug()))
                .singleElement()
                .extracting(Given::take)
                .satisfies(take -> assertThat(take.criticKey()).isEqualTo("builder"));
        assertThat(all("nobody", Order.NEWEST)).isEmpty();
    }

    private List<Given> all(String critic, Order order) {
        var all = new ArrayList<Given>();
        String cursor = null;
        do {
            TakePage page = critics.verdicts(new TakeFilter(critic, null, order, 2, cursor));
            all.addAll(page.takes());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private Api.Added reviewed(String category, Consumer<ObjectNode> change) {
        Api.Added tool = api.added(Draft.fresh().with("category", category));
        byte[] value = others.value(OtherServices.PANELS, "ship-after-skip.json", state -> {
            state.put("toolId", tool.toolId()).put("version", 20);
            change.accept(state);
        });
        others.awaitApplied("catalog-card-panels", others.publish(OtherServices.PANELS, tool.toolId(), value));
        return tool;
    }

    /// A panel of one critic of this test alone.
    private static void only(ObjectNode panel, String critic, String verdict, int score) {
        ArrayNode reviews = (ArrayNode) panel.get("reviews");
        ((ObjectNode) reviews.get(0))
                .put("criticKey", critic)
                .put("verdict", verdict)
                .put("score", score);
    }

    @Test
    void everyOrderHasEveryVerdictOnceInPages() {
        String critic = "pager-" + UUID.randomUUID();
        for (int score : new int[] {50, 90, 10, 50, 70}) {
            reviewed("audio", panel -> only(panel, critic, "ship", score));
        }

        assertThat(all(critic, Order.HIGHEST))
                .extracting(given -> given.take().score())
                .containsExactly(90, 70, 50, 50, 10);
        assertThat(all(critic, Order.LOWEST))
                .extracting(given -> given.take().score())
                .containsExactly(10, 50, 50, 70, 90);
        assertThat(all(critic, Order.NEWEST)).hasSize(5).doesNotHaveDuplicates();
        assertThat(critics.verdicts(new TakeFilter(critic, "agents", Order.NEWEST, 2, null))
                        .takes())
                .isEmpty();
        assertThat(critics.verdicts(new TakeFilter(critic, null, Order.NEWEST, 5, "no-cursor"))
                        .takes())
                .hasSize(5);
    }

    @Test
    void aCriticsStatisticsComeFromTheCards() {
        String critic = "counted-" + UUID.randomUUID();
        byte[] profile = others.value(
                OtherServices.CRITICS,
                "assigned-to-all.json",
                state -> state.put("criticKey", critic).put("position", 9));
        others.awaitApplied(CONSUMER, others.publish(OtherServices.CRITICS, critic, profile));
        // Alone against four, with the voters.
        Api.Added alone = reviewed("audio", panel -> {
            only(panel, critic, "skip", 20);
            panel.put("ships", 4).put("skips", 1);
        });
        others.awaitApplied("catalog-card-tallies", others.tally(alone.toolId(), 1, 1, 9));
        // With the panel, against the voters.
        Api.Added together = reviewed("audio", panel -> only(panel, critic, "ship", 80));
        others.awaitApplied("catalog-card-tallies", others.tally(together.toolId(), 1, 2, 8));
        // Too few votes, and a tie.
        Api.Added few = reviewed("agents", panel -> only(panel, critic, "ship", 81));
        others.awaitApplied("catalog-card-tallies", others.tally(few.toolId(), 1, 4, 0));
        Api.Added tied = reviewed("agents", panel -> {
            only(panel, critic, "ship", 70);
            panel.put("verdict", "pending").put("ships", 1).put("skips", 0);
        });
        others.awaitApplied("catalog-card-tallies", others.tally(tied.toolId(), 1, 5, 5));

        Api.Answer told = api.get("/api/v1/critics/" + critic + "/statistics");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().get("total")).isEqualTo(json.readTree("""
                        {"reviewed": 4, "shipped": 3, "shipRate": 75, "meanScore": 62.8, "decided": 3, "loneDissents": 1,
                         "compared": 2, "agreed": 1, "agreement": 50}
                        """));
        assertThat(told.body()
                        .get("categories")
                        .valueStream()
                        .map(each -> each.get("key").asString()))
                .containsExactly("agents", "audio");
        assertThat(told.at("/categories/1/figures/loneDissents")).isEqualTo("1");
        assertThat(told.body().at("/categories/0/figures/agreement").isNull()).isTrue();
        assertThat(api.get("/api/v1/critics/" + critic + "/statistics", "If-None-Match", told.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/reviewer/" + critic).text()).contains("The record", "3 of 4 reviewed tools");
        assertThat(api.get("/api/v1/critics/nobody/statistics").at("/type")).endsWith("/critic-not-found");
    }

    @Test
    void whoIsAssignedFollowsFromTheCategory() {
        String creator = "creator-" + UUID.randomUUID();
        byte[] profile = others.value(
                OtherServices.CRITICS,
                "assigned-by-category.json",
                state -> state.put("criticKey", creator).put("position", 8));
        others.awaitApplied(CONSUMER, others.publish(OtherServices.CRITICS, creator, profile));
        Api.Added creative = reviewed("design-creative", panel -> only(panel, creator, "ship", 80));

        Api.Answer told = api.get("/api/v1/tools/" + creative.slug() + "/assignment");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("/quorum")).isEqualTo("4");
        assertThat(told.body()
                        .get("assigned")
                        .valueStream()
                        .filter(critic -> critic.get("key").asString().equals(creator))
                        .map(critic -> critic.get("reviewed").asBoolean()))
                .containsExactly(true);
        assertThat(api.get("/api/v1/tools/no-such-tool/assignment").at("/type")).endsWith("/tool-not-found");
    }
}
