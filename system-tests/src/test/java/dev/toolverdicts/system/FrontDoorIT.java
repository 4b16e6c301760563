package dev.toolverdicts.system;

import static dev.toolverdicts.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.toolverdicts.system.PermissionTable.Row;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// What strangers try at the front door, against every address behind it.
class FrontDoorIT {

    /// Mail programs post there for their readers; the token is the authority.
    private static final Set<String> OPEN_TO_OTHER_SITES =
            Set.of("POST /newsletter/unsubscribe", "POST /newsletter/unfollow");

    private static final Set<String> ROLES = Set.of("editor", "newsletter", "moderator", "operator");

    private final Visitor visitor = new Visitor();

    @Test
    void noOtherSitesPageChangesAnything() {
        List<Row> writes = PermissionTable.inFront().stream()
                .filter(row -> !row.method().equals("GET"))
                .toList();
        assertThat(writes).hasSizeGreaterThan(80);
        for (Row row : writes) {
            // It would be let in otherwise: a browser sends what it has.
            Visitor sentByAnother = as(row).with("Sec-Fetch-Site", "cross-site");
            HttpResponse<String> answer = sentByAnother.send(row.method(), row.address(), "application/json", "{}");
            if (OPEN_TO_OTHER_SITES.contains(row.method() + " " + row.path())) {
                assertThat(answer.statusCode()).as(row.path()).isEqualTo(404);
                assertThat(answer.body()).as("it is the link that is bad").doesNotContain("cross-site-request");
            } else {
                assertProblem(answer, 403, "cross-site-request");
            }
        }
    }

    @Test
    void everyAnswerTellsBrowsersToBeStrict() {
        List<Row> reads = PermissionTable.inFront().stream()
                .filter(row -> row.method().equals("GET"))
                .toList();
        // Side by side: whoever is asked for what nobody knows waits for a moment whether it comes.
        List<CompletableFuture<HttpResponse<String>>> answers;
        try (var askers = Executors.newFixedThreadPool(8)) {
            answers = reads.stream()
                    .map(row -> CompletableFuture.supplyAsync(() -> read(row), askers))
                    .toList();
        }
        for (int i = 0; i < reads.size(); i++) {
            String path = reads.get(i).path();
            HttpResponse<String> answer = answers.get(i).join();
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            assertStrict(path, answer.headers());
        }
        for (HttpResponse<String> answer : List.of(
                visitor.get("/nothing-is-here"),
                visitor.get("/desk/tools"),
                visitor.put("/api/v1/tools/nobody-knows-me/vote", "{"),
                visitor.get("/panel/"))) {
            assertStrict(answer.uri().getPath(), answer.headers());
        }
    }

    private static HttpResponse<String> read(Row row) {
        // A stream that is let in never ends; without a name it is refused, in the same words to browsers.
        return as(row).get(row.address() + (row.path().endsWith("/stream") ? "?tools=" : ""));
    }

    private static void assertStrict(String path, HttpHeaders headers) {
        List<String> policies = headers.allValues("content-security-policy");
        assertThat(policies).as(path).hasSize(1);
        assertThat(policies.getFirst())
                .as(path)
                .containsPattern("default-src '(self|none)'")
                .contains("frame-ancestors 'none'", "base-uri '")
                .doesNotContain("unsafe-eval", "http:", "https:", " *");
        // A mail as it will look has its styles inline; it is in a sandbox.
        if (path.endsWith("/preview.html")) {
            assertThat(policies.getFirst()).doesNotContain("script-src");
        } else {
            assertThat(policies.getFirst()).as(path).doesNotContain("unsafe-inline");
        }
        assertThat(headers.allValues("x-content-type-options")).as(path).containsExactly("nosniff");
        assertThat(headers.allValues("referrer-policy")).as(path).hasSize(1);
        assertThat(headers.firstValue("server")).as(path).isEmpty();
        assertThat(headers.firstValue("x-powered-by")).as(path).isEmpty();
        // The stack speaks plain HTTP, where nobody may insist on another thing.
        assertThat(headers.firstValue("strict-transport-security")).as(path).isEmpty();
    }

    @Test
    void nobodySaysWhoTheyAreInAHeader() {
        Visitor voter = new Visitor();
        String slug =
                Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Front Door " + System.nanoTime());
        HttpResponse<String> vote = voter.put("/api/v1/tools/" + slug + "/vote", Choice.SHIP.json());
        assertThat(vote.statusCode()).isEqualTo(202);
        String cookie = voter.cookies().get("voter");

        for (String name : List.of("X-Voter", "X-Voter-Id", "X-User", "X-User-Id", "X-Auth-Subject", "X-Remote-User")) {
            Visitor stranger = new Visitor().with(name, cookie);
            assertThat(stranger.json("/api/v1/votes?tools=" + slug).toString())
                    .as(name)
                    .doesNotContain("\"ship\"");
            assertThat(stranger.with(name, "editor").get("/desk/tools").statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @Test
    void nobodySaysUnderWhichAddressTheSiteIsReached() {
        for (String path :
                List.of("/", "/sitemap.xml", "/robots.txt", "/feeds/verdicts.atom", "/weekly", "/llms.txt")) {
            Visitor liar = new Visitor()
                    .with("Forwarded", "for=6.6.6.6;host=evil.example;proto=https")
                    .with("X-Forwarded-Host", "evil.example")
                    .with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-Prefix", "/evil.example")
                    .with("X-Original-Url", "/desk/tools");
            HttpResponse<String> answer = liar.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("evil.example");
            assertThat(answer.headers().map().toString()).as(path).doesNotContain("evil.example", "Secure");
        }
    }

    /// The gateway alone names the secret that forms of a session are made with.
    @Test
    void nobodyBringsTheKeyOfTheirOwnForms() throws GeneralSecurityException {
        String token = Stack.running().token("editor");
        String slug = Sample.newTool(Visitor.bearing(token), "Form Key " + System.nanoTime());
        String desk = "/desk/tools/" + slug;

        HttpResponse<String> forged = Visitor.bearing(token)
                .with("X-Form-Key", "mine")
                .submit(desk, Map.of("version", "1", "formToken", formToken("mine")));
        HttpResponse<String> honest =
                Visitor.bearing(token).submit(desk, Map.of("version", "1", "formToken", formToken(token)));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(honest.statusCode())
                .as("the form is known, what it says is wrong")
                .isIn(400, 412);
    }

    private static String formToken(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal("desk".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSpoiltTokenOpensNothingOfAnyService() throws ParseException, JOSEException {
        BadTokens.all().forEach((kind, token) -> {
            Visitor stranger = Visitor.bearing(token);
            for (String path : List.of(
                    "/api/v1/categories",
                    "/api/v1/critics",
                    "/api/v1/ranking",
                    "/api/v1/newsletter/issues",
                    "/api/v1/newsletter/digest",
                    "/api/v1/moderation/holds",
                    "/api/v1/operations/catalog/audit",
                    "/api/v1/operations/review/audit",
                    "/api/v1/operations/vote/audit",
                    "/api/v1/operations/newsletter/audit",
                    "/desk/tools",
                    "/desk/newsletter",
                    "/desk/operations/vote")) {
                assertThat(stranger.get(path).statusCode())
                        .as("%s at %s", kind, path)
                        .isEqualTo(401);
            }
        });
    }

    @Test
    void aSessionThatNobodyBeganIsNone() {
        for (String made : List.of("A".repeat(43), "nonsense", Stack.running().token("editor"))) {
            HttpResponse<String> answer =
                    new Visitor().with("Cookie", "session=" + made).get("/desk/tools");
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void twoVotersCookiesMakeNoThird() {
        String one = freshVoter();
        String other = freshVoter();
        Visitor thief = new Visitor();
        int half = one.length() / 2;
        for (String mixed : List.of(
                one.substring(0, half) + other.substring(half),
                one.substring(0, one.length() - 1) + (one.endsWith("A") ? 'Q' : 'A'),
                one.substring(0, one.length() - 4))) {
            thief.cookies().put("voter", mixed);
            assertProblem(
                    thief.put("/api/v1/tools/" + Sample.MISTRAL + "/vote", Choice.SHIP.json()),
                    400,
                    "voter-cookie-invalid");
        }
    }

    private static String freshVoter() {
        Visitor voter = new Visitor();
        voter.get("/api/v1/tools/" + Sample.MISTRAL + "/vote");
        return voter.cookies().get("voter");
    }

    @Test
    void aMailedTokenIsForItsOwnPageAlone() {
        Subscriber reader = new Subscriber("front-door");
        String confirm = Subscriber.tokenIn(reader.confirmLink());
        String spoilt = (confirm.startsWith("A") ? "B" : "A") + confirm.substring(1);

        assertThat(visitor.submit("/newsletter/confirm", Map.of("token", spoilt))
                        .statusCode())
                .isEqualTo(404);
        for (Row row : PermissionTable.inFront()) {
            boolean isAnotherPage = row.who().contains("mailed")
                    && row.path().startsWith("/newsletter/")
                    && !row.path().equals("/newsletter/confirm");
            if (isAnotherPage) {
                HttpResponse<String> answer = row.method().equals("GET")
                        ? visitor.get(row.path() + "?token=" + confirm)
                        : visitor.submit(row.path(), Map.of("token", confirm));
                assertThat(answer.statusCode())
                        .as(row.method() + " " + row.path())
                        .isEqualTo(404);
            }
        }
    }

    /// Somebody who would be let in, wherever a role of these lets somebody in.
    private static Visitor as(Row row) {
        return row.who().stream()
                .filter(ROLES::contains)
                .sorted()
                .findFirst()
                .map(role -> Visitor.bearing(Stack.running().token(role)))
                .orElseGet(Visitor::new);
    }
}
