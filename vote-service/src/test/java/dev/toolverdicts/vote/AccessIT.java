package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.PermissionWalk;
import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class AccessIT extends WholeService {

    @Autowired
    List<RouterFunction<?>> routes;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    ReactiveJwtDecoder tokens;

    private HttpResponse<String> call(String method, String path, String bearer) {
        var visitor = new Visitor(port);
        var request = visitor.to(path).method(method, BodyPublishers.noBody());
        return visitor.send(bearer == null ? request : request.header("Authorization", bearer));
    }

    private record Endpoint(HttpMethod method, String path) {}

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        routes.forEach(route -> route.accept(new Walk(found)));
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternsCondition().getPatterns().forEach(pattern -> {
                    Set<HttpMethod> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.asHttpMethod()));
                    (methods.isEmpty() ? Set.of(HttpMethod.values()) : methods)
                            .forEach(method -> found.add(new Endpoint(method, pattern.getPatternString())));
                })));
        return found;
    }

    /// What that does with a retired key is seen by `TokenDecoderTest`.
    @Test
    void keysOfTokensAreNotBelievedForEver() {
        assertThat(tokens).isInstanceOf(TokenDecoder.class);
        assertThat(TokenDecoder.KEYS_LAST).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyEndpointHasARule() {
        assertThat(endpoints())
                .hasSizeGreaterThan(10)
                .allSatisfy(endpoint -> assertThat(AccessRules.find(
                                endpoint.method(),
                                PathContainer.parsePath(endpoint.path().replaceAll("[{}*]", "x"))))
                        .as("%s", endpoint)
                        .isPresent());
    }

    @Test
    void theTableHasEveryEndpointAndNoOther() {
        List<String> mapped = endpoints().stream()
                .filter(it -> !it.method().equals(HttpMethod.HEAD))
                .map(it -> it.method() + " " + it.path())
                .toList();
        assertThat(new PermissionWalk("vote", port).differences(mapped)).isEmpty();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() {
        assertThat(new PermissionWalk("vote", port).failures()).isEmpty();
    }

    @Test
    void aQuestionForOptionsTellsWhatAnAddressTakes() {
        for (String path : List.of("/api/v1/tools/x/tally", "/how-ranking-works", "/api/v1/votes")) {
            HttpResponse<String> options = call("OPTIONS", path, null);
            assertThat(options.statusCode()).as(path).isEqualTo(204);
            assertThat(options.headers().firstValue("Allow").orElse("").split(", *"))
                    .as(path)
                    .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
            assertThat(options.body()).isEmpty();
        }
        assertThat(call("OPTIONS", "/api/v1/nothing", null).statusCode()).isEqualTo(404);
    }

    @Test
    void everyEndpointOfOursIsDescribed() {
        JsonNode paths = json(call("GET", "/v3/api-docs", null)).get("paths");
        List<Endpoint> ours = endpoints().stream()
                .filter(it -> it.path().startsWith("/api/") || it.path().startsWith("/tool/"))
                .filter(it -> !it.method().equals(HttpMethod.HEAD))
                .toList();
        assertThat(ours)
                .hasSize(39)
                .allSatisfy(endpoint -> assertThat(
                                paths.at("/" + endpoint.path().replace("/", "~1"))
                                        .has(endpoint.method().name().toLowerCase(java.util.Locale.ROOT)))
                        .as("%s in %s", endpoint, paths.propertyNames())
                        .isTrue());
        assertThat(paths.size()).isEqualTo(32);
    }

    @Test
    void whatIsDescribedIsThere() {
        List<Endpoint> endpoints = endpoints();
        json(call("GET", "/v3/api-docs", null))
                .get("paths")
                .forEachEntry((path, operations) -> operations.propertyNames().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> assertThat(endpoints)
                                .contains(new Endpoint(
                                        HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)), path))));
    }

    @Test
    void everyOperationTellsTheProblemsThatFollowFromWhatItIs() {
        json(call("GET", "/v3/api-docs", null))
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    JsonNode responses = operation.path("responses");
                    if (responses.isMissingNode()) {
                        return;
                    }
                    List<String> expected = new ArrayList<>(List.of("401", "429"));
                    if (!method.equals("get")) {
                        expected.add("403");
                    }
                    if (path.contains("{")) {
                        expected.add("404");
                    }
                    if (operation.has("requestBody")) {
                        expected.addAll(List.of("400", "413", "415"));
                    }
                    assertThat(responses.propertyNames())
                            .as(method + " " + path)
                            .containsAll(expected);
                }));
    }

    @Test
    void aVoteWithATokenGoesTheLongWayAndEndsTheSame() {
        String slug = catalog.announce().slug();
        var visitor = new Visitor(port);
        assertProblem(
                visitor.send(visitor.voting(slug, "ship").header("Authorization", TestTokens.forged())),
                401,
                "unauthorized");
        assertThat(visitor.cookies).isEmpty();
        HttpResponse<String> accepted =
                visitor.send(visitor.voting(slug, "ship").header("Authorization", TestTokens.bearer("editor")));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(visitor.own(slug, Visitor.receipt(accepted)).get("choice").asString())
                .isEqualTo("ship");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).get("type").asString()).isEqualTo("https://toolverdicts.dev/problems/" + type);
    }

    @Test
    void onlyOperatorsCheckAndLookInside() {
        for (String path : List.of("/api/v1/votes/check", "/actuator/metrics")) {
            assertProblem(call("GET", path, null), 401, "unauthorized");
            assertProblem(call("GET", path, TestTokens.bearer("editor")), 403, "forbidden");
            assertThat(call("GET", path, TestTokens.bearer("operator")).statusCode())
                    .isEqualTo(200);
        }
        assertThat(json(call("GET", "/api/v1/votes/check", TestTokens.bearer("operator")))
                        .get("differences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void healthIsOpenAndUp() {
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            HttpResponse<String> health = call("GET", path, null);
            assertThat(health.statusCode()).as(path + health.body()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertProblem(call("GET", "/", null), 404, "not-found");
        assertProblem(call("GET", "/api/v1/nothing", TestTokens.bearer("operator")), 404, "not-found");
        HttpResponse<String> post = call("POST", "/api/v1/tools/x/vote", null);
        assertProblem(post, 405, "method-not-allowed");
        assertThat(post.headers().firstValue("Allow")).get().asString().contains("PUT", "DELETE");
        assertProblem(call("DELETE", "/tool/x/vote", null), 405, "method-not-allowed");
        assertProblem(call("PATCH", "/api/v1/votes", TestTokens.bearer("operator")), 405, "method-not-allowed");
    }

    /// A reload after a vote, or an address from a note: only a program asks by mistake.
    @Test
    void whoOpensAFormsAddressGetsToItsPage() {
        for (String method : List.of("GET", "HEAD")) {
            for (String form : List.of("/tool/x-1/vote", "/tool/x-1/vote/reason", "/duel/x-1-vs-y")) {
                var browser = new Visitor(port);
                HttpResponse<String> opened = browser.send(browser.to(form)
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .method(method, BodyPublishers.noBody()));

                assertThat(opened.statusCode()).as(form).isEqualTo(303);
                assertThat(opened.headers().firstValue("Location"))
                        .contains(form.startsWith("/duel") ? "/compare/x-1-vs-y" : "/tool/x-1");
                assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(browser.cookies).isEmpty();
            }
        }
        for (String accept : List.of("application/json", "*/*")) {
            var program = new Visitor(port);
            assertProblem(
                    program.send(program.to("/tool/x-1/vote").header("Accept", accept)), 405, "method-not-allowed");
        }
    }

    /// Collects method and path of every route.
    @SuppressWarnings({"removal", "overloads"})
    private static final class Walk implements RouterFunctions.Visitor, RequestPredicates.Visitor {

        private final List<Endpoint> found;
        private Set<HttpMethod> methods = Set.of();
        private String path = "";

        Walk(List<Endpoint> found) {
            this.found = found;
        }

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            predicate.accept(this);
            methods.forEach(method -> found.add(new Endpoint(method, path)));
        }

        @Override
        public void method(Set<HttpMethod> allowed) {
            methods = allowed;
        }

        @Override
        public void path(String pattern) {
            path = pattern;
        }

        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

        @Override
        public void attributes(java.util.Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> route) {
            throw new AssertionError("a route nobody can look into: " + route);
        }

        @Override
        public void pathExtension(String extension) {}

        @Override
        public void header(String name, String value) {}

        @Override
        public void queryParam(String name, String value) {}

        @Override
        public void version(String version) {}

        @Override
        public void startAnd() {}

        @Override
        public void and() {}

        @Override
        public void endAnd() {}

        @Override
        public void startOr() {
            throw new AssertionError("routes with alternatives are not walked");
        }

        @Override
        public void or() {}

        @Override
        public void endOr() {}

        @Override
        public void startNegate() {}

        @Override
        public void endNegate() {}

        @Override
        public void unknown(RequestPredicate predicate) {
            throw new AssertionError("a predicate nobody can look into: " + predicate);
        }
    }
}
