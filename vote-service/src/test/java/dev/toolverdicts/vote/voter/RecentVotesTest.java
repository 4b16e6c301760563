package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;

class RecentVotesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final UUID VOTER = UUID.fromString("3f2c9a10-7b6e-8d41-9c55-000000000001");

    private final Receipts receipts = new Receipts(Keys.ONE);
    private final RecentVotes recent = new RecentVotes(
            receipts, new SiteSettings(URI.create("http://localhost:8080")), Clock.fixed(NOW, ZoneOffset.UTC));

    private static MultiValueMap<String, HttpCookie> carrying(String cookie) {
        return MultiValueMap.fromSingleValue(Map.of("voter-recent", new HttpCookie("voter-recent", cookie)));
    }

    private static UUID tool(int number) {
        return new UUID(7, number);
    }

    private String receipt(int tool, long offset, Instant at) {
        return receipts.write(new Receipt(tool(tool), 3, offset, Choice.SHIP, at), VOTER);
    }

    private String add(String carried, String receipt) {
        var headers = new HttpHeaders();
        recent.add(carrying(carried), receipt, headers);
        String cookie = String.valueOf(headers.getFirst(HttpHeaders.SET_COOKIE));
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/;");
        return cookie.substring("voter-recent=".length(), cookie.indexOf(';'));
    }

    @Test
    void theLatestReceiptOfEachToolIsKept() {
        String cookie = add(add(add("", receipt(1, 5, NOW)), receipt(2, 6, NOW)), receipt(1, 9, NOW));
        assertThat(recent.read(carrying(cookie), VOTER)).hasSize(2).satisfies(read -> {
            assertThat(read.get(tool(1)).offset()).isEqualTo(9);
            assertThat(read.get(tool(2)).offset()).isEqualTo(6);
        });
    }

    @Test
    void onlyTenAreCarried() {
        String cookie = "";
        for (int i = 0; i < 25; i++) {
            cookie = add(cookie, receipt(i, i, NOW));
        }
        assertThat(cookie).hasSizeLessThan(1_000);
        assertThat(recent.read(carrying(cookie), VOTER)).hasSize(10).containsKeys(tool(24), tool(15));
    }

    @Test
    void rubbishIsPassedOverAndNeverSetAgain() {
        String rubbish = "\"; evil".repeat(20);
        assertThat(add(rubbish, receipt(1, 5, NOW))).isEqualTo(receipt(1, 5, NOW));
        assertThat(recent.read(carrying(rubbish), VOTER)).isEmpty();
        assertThat(recent.read(carrying("A".repeat(Receipts.LENGTH)), VOTER)).isEmpty();
    }

    @Test
    void anotherVotersReceiptsAreNotTheirs() {
        assertThat(recent.read(carrying(receipt(1, 5, NOW)), tool(1))).isEmpty();
    }

    @Test
    void receiptsOlderThanAWeekAreForgotten() {
        assertThat(recent.read(carrying(receipt(1, 5, NOW.minus(Duration.ofDays(8)))), VOTER))
                .isEmpty();
    }
}
