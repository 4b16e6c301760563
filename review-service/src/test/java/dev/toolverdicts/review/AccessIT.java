package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.review;
import static dev.toolverdicts.review.Api.reviewPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.PermissionWalk;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.AccessRules;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class AccessIT extends RunningService {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    private int door;

    @Test
    void theTableHasEveryEndpointAndNoOther() {
        assertThat(AccessRules.mapped(mappings)).hasSizeGreaterThan(30);
        assertThat(new PermissionWalk("review", door).differences(AccessRules.mapped(mappings)))
                .isEmpty();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() {
        assertThat(new PermissionWalk("review", door).failures()).isEmpty();
    }

    @Test
    void anEndpointThatNobodyListedIsFound() {
        assertThat(AccessRules.of(List.of()).unnamed(mappings))
                .contains("PUT /api/v1/tools/{slug}/reviews/{criticKey}", "GET /api/v1/critics");
    }

    @Test
    void aCriticWritesOnlyUnderTheOwnName() {
        Tool tool = catalog.knownTool("owned-" + UUID.randomUUID());
        Api.Answer foreign = api.review(tool.slug(), "skeptic", TestTokens.critic("builder"), "ship", 50);

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(foreign.at("/type")).isEqualTo("https://toolverdicts.dev/problems/forbidden");
        assertThat(api.delete(reviewPath(tool.slug(), "skeptic"), TestTokens.critic("builder"))
                        .status())
                .isEqualTo(403);
        assertThat(api.review(tool.slug(), "builder", TestTokens.critic("builder"), "ship", 50)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c", "Bearer "})
    void whatIsNoTokenIsRefusedEverywhere(String token) {
        for (Api.Answer answer : List.of(
                api.put(reviewPath("any-tool", "builder"), token, review("ship", 50)),
                api.get("/api/v1/critics", "Authorization", token))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/unauthorized");
        }
    }

    @Test
    void aServiceWithoutKeysSaysSo() {
        Api.Answer answer = api.get("/api/v1/critics", "Authorization", "Bearer " + UNCHECKABLE_TOKEN);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).endsWith("/service-unavailable");
    }

    @Test
    void aWriteNeedsAToken() {
        Api.Answer answer = api.send(
                "PUT",
                reviewPath("any-tool", "builder"),
                BodyPublishers.ofString(review("ship", 50)),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anotherSitesPageChangesNothing() {
        Api.Answer answer = api.review(
                "any-tool", "builder", TestTokens.critic("builder"), "ship", 50, "Sec-Fetch-Site", "cross-site");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/type")).endsWith("/cross-site-request");
    }

    @Test
    void whatNoRuleNamesIsNotFoundForAnybody() {
        assertThat(api.get("/api/v1/anything").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/anything", "Authorization", TestTokens.bearer("editor"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/error").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/anything").at("/type")).endsWith("/not-found");
    }

    @Test
    void anUnknownMethodOfAKnownAddressIsNotAllowed() {
        Api.Answer answer = api.send("POST", "/api/v1/critics", BodyPublishers.ofString("{}"));
        Api.Answer patch = api.send(
                "PATCH",
                reviewPath("any-tool", "builder"),
                BodyPublishers.ofString("{}"),
                "Authorization",
                TestTokens.bearer("editor"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(patch.status()).isEqualTo(405);
        assertThat(patch.header("Allow")).contains("PUT");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        Api.Answer head = api.send("HEAD", "/api/v1/critics", BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(api.get("/api/v1/critics").header("ETag"));
        assertThat(head.text()).isEmpty();
    }
}
