package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From an address typed on the voter's page to a vote in the tier of verified voters, with a
/// real mail in between.
class EmailIT extends WholeService {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Tool tool;
    private Visitor visitor;
    private String domain;
    private String address;

    @BeforeEach
    void aVoterWithAnAddress() {
        tool = catalog.announce();
        visitor = voter();
        domain = "d" + NUMBERS.incrementAndGet() + ".example.org";
        address = "ada@" + domain;
    }

    private Visitor voter() {
        var voter = new Visitor(port);
        voter.own(tool.slug(), receipt(voter.cast(tool.slug(), "ship")));
        return voter;
    }

    private static HttpResponse<String> post(Visitor who, String path, String fields, String... headers) {
        var request = who.to(path).header("Content-Type", "application/x-www-form-urlencoded");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return who.send(request.POST(BodyPublishers.ofString("formToken=" + formToken(who) + "&" + fields)));
    }

    private static String formToken(Visitor who) {
        Matcher token = TOKEN.matcher(who.get("/my-votes").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> ask(Visitor who, String typed, String... headers) {
        return post(who, "/my-votes/email", "email=" + URLEncoder.encode(typed, UTF_8), headers);
    }

    private static HttpResponse<String> verify(Visitor who, String token) {
        return post(who, "/my-votes/verify", "token=" + token);
    }

    private String tierOfNextVote(Visitor who) {
        UUID voter = UUID.fromString(
                json(who.get("/api/v1/my-votes/export")).get("voterId").asString());
        receipt(who.cast(tool.slug(), "skip"));
        byte[] vote =
                topics.read("vote.cast.v1", tool.id() + ":" + voter).getLast().value();
        ContractSchemas.validate("vote.cast.v1", vote);
        return new String(vote, UTF_8).contains("\"tier\":\"email\"") ? "email" : "device";
    }

    @Test
    void aMailedLinkAndAClickMakeAVoterVerified() {
        assertThat(ask(visitor, " Ada@" + domain + " ").body()).contains("Look into your mail");
        String token = Mailbox.token("Ada@" + domain, 1);

        HttpResponse<String> opened = visitor.get("/my-votes/verify?token=" + token);
        assertThat(opened.body()).contains("Verify my address");
        assertThat(tierOfNextVote(visitor)).isEqualTo("device");

        HttpResponse<String> verified = verify(visitor, token);
        assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
        assertThat(verified.body()).contains("Your address is verified", "from now on");
        assertThat(tierOfNextVote(visitor)).isEqualTo("email");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json(visitor.get("/api/v1/tools/" + tool.slug() + "/tally/why"))
                                .get("tiers")
                                .toString())
                        .isEqualTo("[{\"tier\":\"email\",\"ships\":0,\"skips\":1,\"held\":0,\"discarded\":0}]"));
        assertThat(visitor.get("/my-votes").body()).contains("shown as verified by e-mail", "Forget my address");
    }

    @Test
    void aTokenWorksOnceAndForItsVoterOnly() {
        ask(visitor, address);
        String token = Mailbox.token(address, 1);
        Visitor other = voter();
        assertThat(verify(other, token).statusCode()).isEqualTo(403);
        assertThat(tierOfNextVote(other)).isEqualTo("device");
        assertThat(new Visitor(port).get("/my-votes/verify?token=" + token).statusCode())
                .isEqualTo(403);
        assertThat(verify(visitor, token).statusCode()).isEqualTo(200);
        assertThat(verify(visitor, token).statusCode()).isEqualTo(403);
        assertThat(verify(visitor, "x".repeat(43)).statusCode()).isEqualTo(403);
    }

    @Test
    void anOldTokenProvesNothing() {
        ask(visitor, address);
        String token = Mailbox.token(address, 1);
        jdbc.sql("UPDATE address_proof SET expires_at = now()").update();
        assertThat(verify(visitor, token).body()).contains("This link proves nothing here");
        assertThat(tierOfNextVote(visitor)).isEqualTo("device");
    }

    @Test
    void anAddressThatVerifiesAnotherVoterWaitsUntilTheFirstOnesCookieHasRunOut() {
        ask(visitor, address);
        verify(visitor, Mailbox.token(address, 1));
        Visitor second = voter();
        // Another spelling of the same mailbox.
        ask(second, "ada+again@" + domain);
        HttpResponse<String> moved = verify(second, Mailbox.token("ada+again@" + domain, 1));
        assertThat(moved.body()).contains("It vouched for another browser until now");
        second.get("/api/v1/votes?tools=" + tool.slug());
        assertThat(tierOfNextVote(second)).isEqualTo("device");
        assertThat(tierOfNextVote(visitor)).isEqualTo("email");

        // As if a day had passed: what the first one's cookie was told is over.
        jdbc.sql("UPDATE verified_address SET valid_from = now() - interval '1 second', vouched_until = now()")
                .update();
        second.get("/api/v1/votes?tools=" + tool.slug());
        assertThat(tierOfNextVote(second)).isEqualTo("email");
        assertThat(jdbc.sql("SELECT count(*) FROM verified_address WHERE voter_id IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void theOwnPageRenewsWhatTheCookieSaysWithoutAnyScript() {
        ask(visitor, address);
        verify(visitor, Mailbox.token(address, 1));
        Visitor second = voter();
        ask(second, "ada+page@" + domain);
        verify(second, Mailbox.token("ada+page@" + domain, 1));
        assertThat(tierOfNextVote(second)).isEqualTo("device");
        jdbc.sql("UPDATE verified_address SET valid_from = now() - interval '1 second', vouched_until = now()")
                .update();

        assertThat(second.get("/my-votes").statusCode()).isEqualTo(200);

        assertThat(tierOfNextVote(second)).isEqualTo("email");
    }

    @Test
    void aForgottenAddressNoLongerVouches() {
        ask(visitor, address);
        verify(visitor, Mailbox.token(address, 1));
        assertThat(post(visitor, "/my-votes/email/forget", "").statusCode()).isEqualTo(303);
        assertThat(tierOfNextVote(visitor)).isEqualTo("device");
        assertThat(visitor.get("/my-votes").body()).contains("Send me the link");
    }

    @Test
    void neitherTheDatabaseNorTheMailHoldsMoreThanItMust() throws Exception {
        ask(visitor, address);
        String token = Mailbox.token(address, 1);
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM address_proof WHERE letter IS NOT NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        verify(visitor, token);
        String rows = jdbc.sql("SELECT p::text FROM address_proof p UNION ALL SELECT v::text FROM verified_address v")
                .query(String.class)
                .list()
                .toString();
        assertThat(rows).isNotEmpty().doesNotContain(domain, token, "ada@");
        assertThat(unhexed(rows)).doesNotContain(domain, token, "ada@");
        var mail = Mailbox.to(address).getFirst();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSubject()).isEqualTo("Verify your address for Tool Verdicts");
        // The token is drawn by lot, and may spell anything.
        assertThat(GreenMailUtil.getBody(mail).replace(token, ""))
                .contains("Street 1, Town")
                .doesNotContain("ada");
    }

    private static String unhexed(String rows) {
        var all = new StringBuilder();
        Pattern.compile("\\\\x((?:[0-9a-f]{2})+)")
                .matcher(rows)
                .results()
                .forEach(bytes -> all.append(new String(
                        java.util.HexFormat.of().parseHex(bytes.group(1)),
                        java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertThat(all).isNotEmpty();
        return all.toString();
    }

    @Test
    void anAddressGetsThreeMailsInAnHourAndNobodyIsTold() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(visitor, address).body()).contains("Look into your mail");
        }
        Mailbox.token(address, 3);
        ask(visitor, "last@" + domain);
        Mailbox.token("last@" + domain, 1);
        assertThat(Mailbox.to(address)).hasSize(3);
    }

    @Test
    void aNetworkThatAsksForManyMailsIsRefused() {
        int network = NUMBERS.incrementAndGet();
        for (int i = 0; i < 10; i++) {
            assertThat(ask(visitor, "n" + i + "@" + domain, "X-Client-Ip", "198.18." + network + "." + i)
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = ask(visitor, "n10@" + domain, "X-Client-Ip", "198.18." + network + ".77");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3600");
        assertThat(refused.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        assertThat(ask(visitor, "n11@" + domain).statusCode()).isEqualTo(200);
    }

    @Test
    void aDomainGetsSoManyMailsAndNoMore() {
        String hashOf = "SELECT domain_hash FROM address_proof ORDER BY asked_at DESC LIMIT 1";
        ask(visitor, address);
        byte[] hash = jdbc.sql(hashOf).query(byte[].class).single();
        jdbc.sql("""
                        INSERT INTO address_proof (token_hash, voter_id, address_hash, domain_hash, asked_at, expires_at, next_attempt_at)
                        SELECT sha256(n::text::bytea || :domain), gen_random_uuid(), '\\x00', :domain, now(), now(), now()
                        FROM generate_series(1, 199) AS n
                        """).param("domain", hash).update();
        assertThat(ask(visitor, "other@" + domain).statusCode()).isEqualTo(429);
        assertThat(ask(visitor, "other@sub." + domain).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoAddressIsRefusedOnAPage() {
        for (String typed :
                new String[] {"", "ada", "ada@", "@x.org", "a\r\nBcc: b@x.org", "a%0d%0a@x.org", "a@x", "a b@x.org"}) {
            HttpResponse<String> refused = ask(visitor, typed);
            assertThat(refused.statusCode()).as(typed).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/html");
        }
        assertThat(ask(visitor, "ada@straße.example").body())
                .as("what to do about it")
                .contains("begins with xn--");
        HttpResponse<String> crossSite = ask(visitor, address, "Sec-Fetch-Site", "cross-site");
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(Mailbox.to(address)).isEmpty();
    }
}
