package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticQueries;
import dev.toolverdicts.catalog.critic.CriticVerdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

        assertThat(critics.verdicts("builder"))
                .filteredOn(verdict -> verdict.tool().slug().equals(tool.slug()))
                .singleElement()
                .extracting(CriticVerdict::take)
                .satisfies(take -> assertThat(take.criticKey()).isEqualTo("builder"));
        assertThat(critics.verdicts("nobody")).isEmpty();
    }
}
