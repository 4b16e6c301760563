package dev.toolverdicts.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.PermissionWalk;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.AccessRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class AccessIT extends NewsletterInfrastructure {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    private int door;

    @Test
    void theTableHasEveryEndpointAndNoOther() {
        assertThat(AccessRules.mapped(mappings)).hasSizeGreaterThan(30);
        assertThat(new PermissionWalk("newsletter", door).differences(AccessRules.mapped(mappings)))
                .isEmpty();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() {
        assertThat(new PermissionWalk("newsletter", door).failures()).isEmpty();
    }

    @Test
    void anEndpointThatNobodyListedIsFound() {
        assertThat(AccessRules.of(List.of()).unnamed(mappings))
                .contains("POST /api/v1/newsletter/subscriptions", "POST /newsletter/subscribe", "GET /weekly")
                .doesNotContain("GET /actuator/metrics", "GET /v3/api-docs");
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
