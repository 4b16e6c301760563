package dev.toolverdicts.newsletter.click;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.SentIssues;
import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.SiteSettings;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

class ClickIT extends NewsletterInfrastructure {

    private static final ClickSettings ON = new ClickSettings(true, List.of("198.51.100.0/24"));
    private static final String HTML = IntStream.range(0, 5)
            .mapToObj(i -> "<a href=\"http://localhost:8080/tool/t" + i + "?a=1&amp;b=2\">Tool</a>")
            .reduce(
                    "<a href=\"{{unsubscribe_url}}\">End</a> <a href=\"https://elsewhere.example/\">x</a>",
                    String::concat);

    @Autowired
    private ClickTokens tokens;

    @Autowired
    private ClickRepository clicks;

    @Autowired
    private IssueQueries issues;

    @Autowired
    private SiteSettings site;

    private UUID issue;

    @BeforeEach
    void sent() {
        var sent = new SentIssues(jdbc);
        issue = sent.idOf(sent.issue("Clicked", ""));
        jdbc.sql("UPDATE issue SET html = :html WHERE issue_id = :id")
                .param("html", HTML)
                .param("id", issue)
                .update();
    }

    /// The tokens of a recipient's mail.
    private List<String> mailTo(UUID reader) {
        String html = new ClickLinks(tokens, ON, site).counted(HTML, issue, reader);
        assertThat(html)
                .contains("{{unsubscribe_url}}", "https://elsewhere.example/")
                .doesNotContain("/tool/");
        return Pattern.compile("href=\"http://localhost:8080/newsletter/go\\?token=([A-Za-z0-9_-]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private void click(String token, Duration after, boolean head, String address) {
        var service = new ClickService(tokens, clicks, issues, ON, Clock.fixed(NOW.plus(after), ZoneOffset.UTC), site);
        assertThat(service.follow(token, head, client(address))).isPresent();
    }

    private static Client client(String address) {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Client-Ip", address);
        return Caller.of(request);
    }

    private List<String> counted() {
        return new FigureQueries(jdbc, issues, ON, site)
                .of(issue).links().stream()
                        .map(link -> link.people() + "/" + link.machines())
                        .toList();
    }

    @Test
    void unlessTurnedOnNoLinkIsTouchedAndNothingIsCounted() {
        assertThat(new ClickLinks(tokens, new ClickSettings(false, List.of()), site)
                        .counted(HTML, issue, UUID.randomUUID()))
                .isEqualTo(HTML);
        String link = "/newsletter/go?token=" + mailTo(UUID.randomUUID()).getFirst();
        HttpResponse<String> answer = get(link);
        assertThat(answer.statusCode())
                .as("a link in an old mail still leads there")
                .isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:8080/tool/t0?a=1&b=2");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(jdbc.sql("SELECT count(*) FROM click WHERE issue_id = :id")
                        .param("id", issue)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyMakesUpALink() {
        String token = mailTo(UUID.randomUUID()).getFirst();
        String other = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        for (String wrong : List.of("", "x", other, token + "A", "https://evil.example")) {
            assertThat(get("/newsletter/go?token=" + wrong).statusCode()).isEqualTo(404);
        }
        assertThat(send("POST", "/newsletter/go?token=" + token, "").statusCode())
                .isEqualTo(405);
    }

    @Test
    void peopleAndMachinesAreCountedApart() {
        List<String> person = mailTo(UUID.randomUUID());
        click(person.get(1), Duration.ZERO, false, "192.0.2.1");
        click(person.get(1), Duration.ofMinutes(3), false, "192.0.2.1");
        click(person.get(3), Duration.ofMinutes(4), false, "192.0.2.1");

        List<String> burst = mailTo(UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            click(burst.get(i), Duration.ofSeconds(i), false, "192.0.2.2");
        }
        List<String> every = mailTo(UUID.randomUUID());
        for (int i = 0; i < 5; i++) {
            click(every.get(i), Duration.ofSeconds(60L * i), false, "192.0.2.3");
        }
        List<String> head = mailTo(UUID.randomUUID());
        click(head.get(4), Duration.ZERO, true, "192.0.2.4");
        List<String> known = mailTo(UUID.randomUUID());
        click(known.get(4), Duration.ZERO, false, "198.51.100.9");

        assertThat(counted()).containsExactly("0/2", "1/2", "0/2", "1/1", "0/3");
    }

    @Test
    void aReaderBehindAScannerIsAReaderStill() {
        List<String> mail = mailTo(UUID.randomUUID());
        for (String link : mail) {
            click(link, Duration.ZERO, false, "192.0.2.5");
        }
        click(mail.get(2), Duration.ofHours(2), false, "192.0.2.6");
        assertThat(counted()).containsExactly("0/1", "0/1", "1/1", "0/1", "0/1");
    }

    @Test
    void aFloodOfOneLinkIsFewRows() {
        String token = mailTo(UUID.randomUUID()).getFirst();
        for (int i = 0; i < 40; i++) {
            click(token, Duration.ofMinutes(i), false, "192.0.2.7");
        }
        assertThat(jdbc.sql("SELECT count(*) FROM click WHERE issue_id = :id")
                        .param("id", issue)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void editorsSeeWhatBecameOfAnIssue() {
        Reader reader = Reader.subscribed(jdbc);
        jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        VALUES (:issue, :reader, 'sent', 'example.org', '<m@example.org>', now())
                        """).param("issue", issue).param("reader", reader.id()).update();
        jdbc.sql("""
                        INSERT INTO bounce_report (digest, kind, issue_id, subscriber_id, status, received_at)
                        VALUES (:digest, 'hard', :issue, :reader, '5.1.1', now())
                        """)
                .param("digest", UUID.randomUUID().toString())
                .param("issue", issue)
                .param("reader", reader.id())
                .update();
        click(mailTo(reader.id()).get(1), Duration.ZERO, false, "192.0.2.8");
        String path = "/api/v1/newsletter/issues/" + issue + "/figures";

        assertThat(get(path).statusCode()).isEqualTo(401);
        var figures = json(get(path, "Authorization", TestTokens.bearer("newsletter")))
                .get("figures");
        assertThat(figures.get("sent").intValue()).isEqualTo(1);
        assertThat(figures.get("bounced").intValue()).isEqualTo(1);
        assertThat(figures.get("delivered").intValue()).isZero();
        assertThat(figures.at("/links/1/people").intValue()).isEqualTo(1);
        assertThat(get("/desk/newsletter/" + issue, "Authorization", TestTokens.bearer("newsletter"))
                        .body())
                .contains("What became of it", "<strong>1</strong> by people");
    }

    @Test
    void whoIsErasedHasFollowedNothing() {
        Reader reader = Reader.subscribed(jdbc);
        jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        VALUES (:issue, :reader, 'sent', 'example.org', '<m@example.org>', now())
                        """).param("issue", issue).param("reader", reader.id()).update();
        click(mailTo(reader.id()).get(1), Duration.ZERO, false, "192.0.2.9");
        click(mailTo(UUID.randomUUID()).get(2), Duration.ZERO, false, "192.0.2.9");
        new ClickService(tokens, clicks, issues, ON, Clock.fixed(NOW, ZoneOffset.UTC), site).forget(reader.id());
        assertThat(counted()).containsExactly("0/0", "0/0", "1/0", "0/0", "0/0");
    }
}
