package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whatever the merged description says everybody may read comes with its time, its tag and its quota.
class PublicReadsIT {

    private static final Map<String, String> NAMES = Map.of(
            "{slug}",
            Sample.MISTRAL,
            "{criticKey}",
            "builder",
            "{pair}",
            Sample.SEED_JSON.substring(Sample.SEED_JSON.lastIndexOf('/') + 1),
            "{period}",
            "all");

    /// What is one visitor's own, or lives: it has no tag for everybody.
    private static final Set<String> OF_ONE_VISITOR = Set.of(
            "/api/v1/tools/{slug}/vote",
            "/api/v1/tools/{slug}/vote/reason",
            "/api/v1/votes",
            "/api/v1/my-votes",
            "/api/v1/my-votes/export",
            "/api/v1/duels/{pair}",
            "/api/v1/tallies/stream",
            "/api/v1/changes/stream",
            "/api/v1/tools/{slug}/reviews/{criticKey}/helpful",
            "/api/v1/newsletter/challenge",
            "/api/v1/newsletter/follows",
            "/api/v1/newsletter/webhooks",
            "/api/v1/newsletter/webhooks/{id}/deliveries",
            "/api/v1/newsletter/webhooks/{id}/events");

    private final Visitor visitor = new Visitor();
    private final JsonNode description =
            Stack.JSON.readTree(visitor.get("/api/v1/openapi.json").body());

    private static boolean needsToken(JsonNode operation) {
        return operation
                .path("security")
                .valueStream()
                .flatMap(one -> one.propertyNames().stream())
                .anyMatch(name -> name.endsWith("token"));
    }

    private List<String> reads(boolean withToken) {
        var paths = new ArrayList<String>();
        description.path("paths").forEachEntry((path, operations) -> {
            JsonNode read = operations.path("get");
            if (!read.isMissingNode() && needsToken(read) == withToken) {
                paths.add(path);
            }
        });
        return paths;
    }

    /// With braces left for what has no name in the sample data.
    private static String example(String path) {
        String address = path;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            address = address.replace(name.getKey(), name.getValue());
        }
        return switch (path) {
            case "/api/v1/leaderboards/{period}/{key}" -> address.replace("{key}", "current");
            case "/api/v1/search" -> address + "?q=mistral";
            case "/api/v1/news/{key}" -> address;
            default -> address.replace("{key}", "builder");
        };
    }

    @Test
    void eachSaysOfWhenItIsAndIsNotSentTwice() {
        List<String> open = reads(false);
        assertThat(open).containsAll(OF_ONE_VISITOR);
        var looked = new TreeSet<String>();
        for (String path : open) {
            String address = example(path);
            if (OF_ONE_VISITOR.contains(path) || address.contains("{")) {
                continue;
            }
            // Both questions once more where the answer has become another in between.
            await(address).untilAsserted(() -> saysOfWhenItIsAndIsNotSentTwice(address));
            looked.add(path);
        }
        assertThat(looked)
                .hasSizeGreaterThan(15)
                .contains(
                        "/api/v1/tools",
                        "/api/v1/ranking",
                        "/api/v1/tools/{slug}/tally/why",
                        "/api/v1/newsletter/issues");
    }

    private void saysOfWhenItIsAndIsNotSentTwice(String address) {
        HttpResponse<String> answer = visitor.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(Stack.JSON.readTree(answer.body()).path("asOf").asString(""))
                .as(address)
                .endsWith("Z");
        String tag = answer.headers().firstValue("ETag").orElse("");
        assertThat(tag).as(address).startsWith("\"");
        assertThat(answer.headers().firstValue("RateLimit-Limit")).as(address).isPresent();
        assertThat(new Visitor().with("If-None-Match", tag).get(address).statusCode())
                .as(address)
                .isEqualTo(304);
    }

    @Test
    void whatNeedsATokenSaysSoAndIsRefusedWithout() {
        List<String> closed = reads(true);
        assertThat(closed).hasSizeGreaterThan(10);
        for (String path : closed) {
            HttpResponse<String> answer = visitor.get(example(path).replaceAll("\\{[a-zA-Z]+}", "1"));
            assertThat(answer.statusCode()).as(path).isIn(401, 404);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void whatIsNotThereIsAProblemOfItsOwnType() {
        for (String path : List.of(
                "/api/v1/tools/there-is-none",
                "/api/v1/tools/there-is-none/reviews",
                "/api/v1/tools/there-is-none/tally",
                "/api/v1/critics/there-is-none",
                "/api/v1/leaderboards/week/1999-W01")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Stack.JSON.readTree(answer.body()).path("type").asString())
                    .as(path)
                    .startsWith("https://toolverdicts.dev/problems/")
                    .endsWith("-not-found");
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndOneInAnAddressToo() {
        HttpResponse<String> unknown =
                new Visitor().with("X-Api-Key", "tv_" + "A".repeat(43)).get("/api/v1/tools");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("ApiKey");

        HttpResponse<String> written = visitor.get("/api/v1/tools?api_key=x");
        assertThat(written.statusCode()).isEqualTo(400);
        assertThat(written.body()).contains("problems/key-in-address");
    }
}
