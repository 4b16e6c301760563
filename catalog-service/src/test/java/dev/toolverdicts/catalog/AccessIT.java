package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.PermissionWalk;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.AccessRules;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class AccessIT extends RunningService {

    private static final List<String> FILES = List.of("GET /assets/**", "GET /favicon.ico");

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    private int door;

    @Test
    void theTableHasEveryEndpointAndNoOther() {
        assertThat(AccessRules.mapped(mappings)).hasSizeGreaterThan(30);
        assertThat(new PermissionWalk("catalog", door).differences(endpoints())).isEmpty();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() {
        assertThat(new PermissionWalk("catalog", door).failures()).isEmpty();
    }

    private List<String> endpoints() {
        return Stream.concat(AccessRules.mapped(mappings).stream(), FILES.stream())
                .toList();
    }

    @Test
    void anEndpointThatNobodyListedIsFound() {
        assertThat(AccessRules.of(List.of()).unnamed(mappings)).contains("POST /api/v1/tools", "GET /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c", "Bearer "})
    void whatIsNoTokenIsRefusedEverywhere(String token) {
        for (Api.Answer answer : List.of(
                post(token),
                api.get("/api/v1/categories", "Authorization", token),
                api.get("/compare/a-vs-b", "Authorization", token))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/unauthorized");
        }
    }

    @Test
    void aServiceWithoutKeysSaysSo() {
        Api.Answer answer = api.get("/api/v1/categories", "Authorization", "Bearer " + UNCHECKABLE_TOKEN);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).endsWith("/service-unavailable");
    }

    @Test
    void aWriteNeedsAToken() {
        Api.Answer answer = api.send(
                "PUT",
                Api.path("any-tool"),
                BodyPublishers.ofString(Draft.fresh().json()),
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anotherSitesPageChangesNothing() {
        Api.Answer answer = api.post(Draft.fresh().json(), "Sec-Fetch-Site", "cross-site");

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
        Api.Answer answer = api.send("POST", "/api/v1/categories", BodyPublishers.ofString("{}"));
        Api.Answer patch = api.send(
                "PATCH",
                Api.path("any-tool"),
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
        // Lists change with other tests' tools, and an empty one tells the time.
        String path = Api.path(api.added(Draft.fresh()).slug());

        Api.Answer head = api.send("HEAD", path, BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isNotEmpty().isEqualTo(api.get(path).header("ETag"));
        assertThat(head.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=agent",
                "/developers",
                "/feeds",
                "/llms.txt",
                "/robots.txt",
                "/sitemap.xml",
                "/assets/site.css",
                "/api/v1/categories",
                "/api/v1/search?q=agent"
            })
    void whatEverybodyMayReadTakesHeadAndSaysWhatItTakes(String path) {
        Api.Answer get = api.get(path, "Accept", "text/html,*/*;q=0.8");
        Api.Answer head = api.send("HEAD", path, BodyPublishers.noBody(), "Accept", "text/html,*/*;q=0.8");
        Api.Answer options = api.send("OPTIONS", path, BodyPublishers.noBody());

        assertThat(get.status()).isEqualTo(200);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.text()).isEmpty();
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(options.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=agent", "/assets/site.css", "/assets/site.js"})
    void pagesAndTheirStylesComePackedToWhoTakesIt(String path) {
        Api.Answer plain = api.get(path, "Accept", "text/html,*/*;q=0.8");
        Api.Answer packed = api.get(path, "Accept", "text/html,*/*;q=0.8", "Accept-Encoding", "br, gzip");

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(packed.status()).isEqualTo(200);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).containsIgnoringCase("accept-encoding");
        assertThat(packed.text().length()).isLessThan(plain.text().length() / 2);
    }

    /// A strong tag names these very bytes.
    @Test
    void whatHasAStrongTagIsSentAsItIs() {
        Api.Answer list = api.get("/api/v1/categories", "Accept-Encoding", "gzip");

        assertThat(list.header("ETag")).startsWith("\"");
        assertThat(list.header("Content-Encoding")).isEmpty();
        assertThat(list.body().get("categories")).isNotEmpty();
    }

    @Test
    void aFileIsKeptForGoodOnlyAtTheAddressOfItsContent() {
        String page = api.get("/developers", "Accept", "text/html").text();
        String marked = page.substring(page.indexOf("/assets/site.css?v="));
        marked = marked.substring(0, marked.indexOf('"'));

        assertThat(api.get(marked).header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
        for (String path : List.of("/assets/site.css", "/assets/site.css?v=00000000", "/assets/site.js")) {
            assertThat(api.get(path).header("Cache-Control"))
                    .as(path)
                    .contains("max-age=300", "public")
                    .doesNotContain("immutable");
        }
        assertThat(api.get("/assets/nothing.css").header("Cache-Control")).doesNotContain("max-age=3");
    }

    @Test
    void aQuestionForOptionsTellsOfWritesAndOfNothingElse() {
        Api.Answer tool = api.send("OPTIONS", Api.path("any-tool"), BodyPublishers.noBody());
        Api.Answer agents = api.send("OPTIONS", "/mcp", BodyPublishers.noBody());

        assertThat(tool.status()).isEqualTo(204);
        assertThat(tool.header("Allow")).contains("GET", "HEAD", "PUT", "OPTIONS");
        assertThat(agents.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(api.send("OPTIONS", "/api/v1/anything", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    private Api.Answer post(String token) {
        return api.send(
                "POST",
                "/api/v1/tools",
                BodyPublishers.ofString(Draft.fresh().json()),
                "Authorization",
                token,
                "Content-Type",
                "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.png", "/no/such/page", "/feeds/a/b/c"})
    void anAddressThatNobodyAnswersIsAPageForPeopleAndAProblemForPrograms(String path) {
        Api.Answer document = api.get(path);
        Api.Answer page = api.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(document.status()).isEqualTo(404);
        assertThat(document.at("/type")).endsWith("/not-found");
        assertThat(document.at("/instance")).isEqualTo(path);
        assertThat(document.text()).doesNotContain("resource");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("No such page", "noindex", "</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "text", "a/b/c"})
    void whatAProgramCannotSayOfItselfIsPassedOver(String accept) {
        assertThat(api.get("/api/v1/categories", "Accept", accept).status()).isEqualTo(200);
        Api.Answer missing = api.get("/api/v1/tools/no-such-tool", "Accept", accept);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.at("/type")).endsWith("/tool-not-found");
    }

    @Test
    void traceIsNotAllowedWhereItWasAsked() {
        Api.Answer answer = api.send("TRACE", "/api/v1/categories", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/categories");
        assertThat(answer.at("/detail")).isEqualTo("This address has no such method.");
    }
}
