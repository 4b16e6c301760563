package dev.toolverdicts.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.AccessRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class AccessIT extends NewsletterInfrastructure {

    @Autowired
    private AccessRules rules;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyEndpointHasAnExplicitRule() {
        assertThat(rules.unnamed(mappings)).isEmpty();
    }

    @Test
    void anEndpointThatNobodyListedIsFound() {
        assertThat(AccessRules.of(List.of()).unnamed(mappings))
                .contains("POST /api/v1/newsletter/subscriptions", "POST /newsletter/subscribe", "GET /weekly")
                .doesNotContain("GET /actuator/metrics", "GET /v3/api-docs");
    }

    @Test
    void theDigestIsForNewsletterEditors() {
        var path = "/api/v1/newsletter/digest";
        assertThat(problem(get(path), 401)).endsWith("/unauthorized");
        assertThat(problem(get(path, "Authorization", TestTokens.bearer("editor")), 403))
                .endsWith("/forbidden");
        assertThat(get(path, "Authorization", TestTokens.bearer("newsletter")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/newsletter/issues",
                "/api/v1/newsletter/issues/0199a8c0-0000-7000-8000-000000000901/approve",
                "/api/v1/newsletter/issues/0199a8c0-0000-7000-8000-000000000901/send"
            })
    void issuesAreMovedByNewsletterEditorsOnly(String path) {
        assertThat(problem(postJson(path, "{}"), 401)).endsWith("/unauthorized");
        for (String role : List.of("editor", "critic", "moderator", "operator")) {
            String token = role.equals("critic") ? TestTokens.critic("builder") : TestTokens.bearer(role);
            assertThat(problem(postJson(path, "{}", "Authorization", token), 403))
                    .endsWith("/forbidden");
        }
        assertThat(problem(
                        postJson(
                                path,
                                "{}",
                                "Authorization",
                                TestTokens.bearer("newsletter"),
                                "Sec-Fetch-Site",
                                "cross-site"),
                        403))
                .endsWith("/cross-site-request");
    }

    @Test
    void metricsAreForOperators() {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/metrics", "Authorization", TestTokens.bearer("newsletter"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/metrics", "Authorization", TestTokens.bearer("operator"))
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<String> badTokens() {
        return Stream.of(
                TestTokens.forged(),
                TestTokens.expired(),
                TestTokens.foreignAudience(),
                TestTokens.algNone(),
                "Bearer nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefusedOnPublicEndpointsToo(String authorization) {
        assertThat(problem(get("/api/v1/newsletter/issues", "Authorization", authorization), 401))
                .endsWith("/unauthorized");
        assertThat(problem(get("/weekly", "Authorization", authorization), 401)).endsWith("/unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/newsletter/subscribers", "/newsletter/unknown", "/actuator/../env"})
    void whatNoRuleNamesIsNotThere(String path) {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void anAddressThatNobodyAnswersIsAPageForPeople() {
        var page = get("/newsletter/nothing?token=x", "Accept", "text/html,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("No such page", "</html>");
        assertThat(problem(get("/newsletter/nothing?token=x"), 404)).endsWith("/not-found");
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() {
        var answer = send("DELETE", "/api/v1/newsletter/issues", "");
        assertThat(problem(answer, 405)).endsWith("/method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
    }

    private static String problem(java.net.http.HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return json(answer).get("type").stringValue();
    }
}
