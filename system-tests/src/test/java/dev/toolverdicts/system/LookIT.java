package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page is accessible and fits the phone; those of an issue are looked at in
/// WeeklyStoryIT, which makes one.
class LookIT {

    private static Look look;

    @BeforeAll
    static void open() {
        look = new Look(Chromium.open());
    }

    @AfterAll
    static void close() {
        if (look != null) {
            look.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "home, /",
        "compare, " + Sample.SEED_PAGE,
        "compare-differences, " + Sample.SEED_PAGE + "?differences=only",
        "compare-three, /compare/" + Sample.THREE,
        "compare-five, /compare/" + Sample.FIVE + "?show=cline&show=windsurf",
        "compare-add, /compare?with=" + Sample.THREE,
        "tool, /tool/" + Sample.MISTRAL,
        "alternatives, /tool/" + Sample.MISTRAL + "/alternatives",
        "category, /category/developer-tools",
        "category-alternatives, /category/developer-tools/alternatives",
        "search, /search?q=llama",
        "search-all, /search",
        "search-none, /search?q=qqqqqqqqqq",
        "panel, /panel",
        "feeds, /feeds",
        "developers, /developers",
        "dataset, /dataset",
        "privacy, /privacy",
        "terms, /terms",
        "contact, /contact",
        "my-votes, /my-votes",
        "newsletter, /newsletter",
        "newsletter-privacy, /newsletter/privacy",
        "weekly, /weekly",
        "desk-stranger, /desk",
    })
    void aPageIsAccessibleAndFitsThePhone(String name, String path) {
        look.at(name, path);
    }

    @ParameterizedTest
    @CsvSource({
        "desk, /desk/newsletter, newsletter",
        "desk-import, /desk/newsletter/import, newsletter",
        "desk-in-doubt, /desk/newsletter/in-doubt, operator",
        "desk-tools, /desk/tools, editor",
        "desk-tool, /desk/tools/" + Sample.MISTRAL + ", editor",
        "desk-reviews, /desk/reviews, editor",
        "desk-critic, /desk/reviews/builder, editor",
        "desk-review, /desk/reviews/builder/" + Sample.MISTRAL + ", editor",
        "desk-votes, /desk/votes, moderator",
        "desk-decisions, /desk/votes/decisions, moderator",
        "desk-reasons, /desk/votes/reasons, moderator",
        "operations, /desk/operations/vote, operator",
        "operations-letters, /desk/operations/catalog/dead-letters, operator",
        "operations-audit, /desk/operations/review/audit, operator",
    })
    void aPageOfTheDeskIsToo(String name, String path, String role) {
        look.at(name, path, Stack.running().token(role));
    }

    @Test
    void whatASubscriberSeesIsToo() {
        var reader = new Subscriber("look");
        look.at("newsletter-confirm", reader.confirmLink());
        String preferences = reader.confirm();
        look.at("newsletter-preferences", preferences);
        String token = reader.tokenOf("/newsletter/alerts", preferences);
        String alerts = "/newsletter/alerts?token=" + token;
        look.at("newsletter-alerts-none", alerts);
        var follow = Map.of("token", token, "kind", "tool", "key", Sample.MISTRAL, "events", "verdict");
        assertThat(reader.visitor().submit("/newsletter/alerts", follow).statusCode())
                .isEqualTo(200);
        look.at("newsletter-alerts", alerts);
        look.at(
                "newsletter-unsubscribe",
                "/newsletter/unsubscribe?token=" + reader.tokenOf("/newsletter/unsubscribe", preferences));
    }
}
