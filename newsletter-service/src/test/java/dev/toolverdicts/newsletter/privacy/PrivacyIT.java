package dev.toolverdicts.newsletter.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.link.LinkKeys;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class PrivacyIT extends NewsletterInfrastructure {

    private static final String FORM = "/newsletter/privacy";

    /// Where the file has what a table says of a subscriber.
    private static final Map<String, String> HANDED_OUT = Map.ofEntries(
            entry("subscriber", "subscription"),
            entry("suppression", "suppressions"),
            entry("consent", "consents"),
            entry("invitation", "invitations"),
            entry("mailed_token", "mailedLinks"),
            entry("mail_queue", "waitingMails"),
            entry("delivery", "deliveries"),
            entry("delivery_audit", "deliveryDecisions"),
            entry("bounce_report", "returnedMails"),
            entry("alert_webhook", "webhooks"),
            entry("follow", "follows"),
            entry("alert_note", "alerts"),
            entry("alert_mail", "alertMails"),
            entry("alert_delivery", "posts"),
            entry("keyed_request", "keyedRequests"),
            entry("click", "clicks"));

    /// And why not, where it has not.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "follow_subject", "says by ids what the follow says in words",
            "request_rate", "a hash and a moment, for a day; who asked may have been a stranger");

    @Autowired
    private PrivacyService privacy;

    @Autowired
    private MailedTokens tokens;

    @Autowired
    private AddressHashes hashes;

    @Autowired
    private LinkKeys keys;

    @Autowired
    private TransactionTemplate transactions;

    private Reader ada;
    private WaitingMail mail;

    @BeforeEach
    void subscribe() {
        ada = Reader.subscribed(jdbc);
        mail = new WaitingMail(jdbc);
    }

    @Test
    void knownAndUnknownAddressesGetTheSamePageAndAMail() {
        String stranger = "nobody-" + UUID.randomUUID() + "@example.org";
        var known = postForm(FORM, "email=" + ada.email());
        var unknown = postForm(FORM, "email=" + stranger);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(mail.to(stranger))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("It is nothing").doesNotContain("token="));
    }

    @Test
    void allThatIsStoredIsHandedOut() {
        delivered("250 ok");
        postForm(FORM, "email=" + ada.email());
        String link = mail.link(ada.email(), "export");
        assertThat(get(link).body()).contains("<button").doesNotContain(ada.email());

        var file = postForm(link, "");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        var all = json(file);
        assertThat(all.at("/subscription/email").stringValue()).isEqualTo(ada.email());
        assertThat(all.at("/subscription/source").stringValue()).isEqualTo("/weekly");
        assertThat(all.at("/subscription/topics").valueStream().map(JsonNode::stringValue))
                .containsExactly("models");
        assertThat(all.at("/subscription/confirmedAt").stringValue()).isEqualTo("2026-11-01T00:05:00Z");
        assertThat(all.at("/deliveries/0/smtpReply").stringValue()).isEqualTo("250 ok");
        assertThat(all.get("mailedLinks").size()).isEqualTo(2);
    }

    @Test
    void aLinkThatDoesNotWorkSaysSoWhicheverWayItIsUsed() {
        for (String path : List.of("/newsletter/export?token=gone", "/newsletter/erase?token=gone")) {
            var opened = get(path, "Accept", "text/html");
            var pressed = postForm(path, "", "Accept", "text/html");
            assertThat(pressed.statusCode())
                    .as(path)
                    .isEqualTo(opened.statusCode())
                    .isEqualTo(404);
            assertThat(pressed.body()).as(path).isEqualTo(opened.body()).contains("This link does not work");
        }
    }

    @Test
    void everyTableThatKnowsASubscriberIsHandedOutOrLeftOutForAReason() {
        assertThat(tablesThatKnowSubscribers())
                .contains("alert_delivery", "delivery_audit", "click", "keyed_request", "request_rate")
                .isSubsetOf(Stream.of(HANDED_OUT, LEFT_OUT)
                        .flatMap(tables -> tables.keySet().stream())
                        .toList());
    }

    /// In one transaction that is rolled back: workers of the service see nothing of it.
    @Test
    void ofEveryTableSomethingIsHandedOutAndNothingIsLeftAfterErasing() {
        transactions.executeWithoutResult(transaction -> {
            UUID issue = everything();
            Map<String, Object> file = privacy.export(token(Purpose.EXPORT)).orElseThrow();
            assertThat(file)
                    .containsOnlyKeys(Stream.concat(Stream.of("asOf"), HANDED_OUT.values().stream())
                            .toList());
            HANDED_OUT.forEach(
                    (table, name) -> assertThat(JSON.valueToTree(file.get(name)).isEmpty())
                            .as(table)
                            .isFalse());
            JsonNode all = JSON.readTree(JSON.writeValueAsBytes(file));
            assertThat(all.at("/follows/0/events/0").stringValue()).isEqualTo("verdict");
            assertThat(all.at("/keyedRequests/0/result/isNew").booleanValue()).isTrue();
            assertThat(all.at("/webhooks/0/url").stringValue()).isEqualTo(hook());
            assertThat(all.at("/alerts/0/to").stringValue()).isEqualTo("Pro $20");
            assertThat(all.at("/posts/0/lastAnswer").stringValue()).isEqualTo("503");
            assertThat(all.at("/clicks/0/url").stringValue()).isEqualTo("http://localhost:8080/weekly");

            assertThat(privacy.erase(token(Purpose.ERASE))).isTrue();
            assertThat(whereItStands()).isEmpty();
            assertThat(tablesWith(hook())).isEmpty();
            assertThat(tablesWith(ada.id().toString()))
                    .as("rows that are counted, with nothing of a person")
                    .containsExactlyInAnyOrder("subscriber", "delivery", "delivery_audit", "bounce_report");
            assertThat(jdbc.sql("SELECT count(*) FROM click WHERE issue_id = :id")
                            .param("id", issue)
                            .query(Integer.class)
                            .single())
                    .isZero();
            transaction.setRollbackOnly();
        });
        // No rollback takes her off the list of erasures, and others check that nobody on it stands.
        postForm(FORM, "email=" + ada.email());
        assertThat(postForm(mail.link(ada.email(), "erase"), "").statusCode()).isEqualTo(200);
    }

    @Test
    void openingTheLinkTwiceErasesNothing() {
        postForm(FORM, "email=" + ada.email());
        String link = mail.link(ada.email(), "erase");
        var before = ada.row();
        for (int visit = 0; visit < 2; visit++) {
            assertThat(get(link).statusCode()).isEqualTo(200);
        }
        assertThat(ada.row()).isEqualTo(before);
    }

    @Test
    void nothingOfAnErasedAddressIsLeft() {
        delivered("550 <" + ada.email() + "> is not here");
        unreadableReport();
        postForm(FORM, "email=" + ada.email());
        assertThat(whereItStands()).contains("subscriber", "delivery", "mailed_token", "mail_queue", "bounce_report");

        String link = mail.link(ada.email(), "erase");
        assertThat(postForm(link, "").body()).doesNotContain(ada.email());

        assertThat(whereItStands()).isEmpty();
        assertThat(ada.row()).containsEntry("status", "erased").containsEntry("suppressed", "erased");
        assertThat(ledger()).containsExactly("rejected");
        assertThat(postForm(link, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anErasedAddressIsKnownAsOneThatComplained() {
        jdbc.sql("UPDATE subscriber SET suppressed = 'complaint' WHERE subscriber_id = :id")
                .param("id", ada.id())
                .update();
        postForm(FORM, "email=" + ada.email());
        postForm(mail.link(ada.email(), "erase"), "");
        assertThat(postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + ada.email() + "\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(mail.to(ada.email())).isEmpty();
    }

    @Test
    void whoWasErasedMaySignUpAgain() {
        postForm(FORM, "email=" + ada.email());
        postForm(mail.link(ada.email(), "erase"), "");
        postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + ada.email() + "\"}");
        assertThat(postForm(mail.link(ada.email(), "confirm"), "").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT status FROM subscriber WHERE email_key = :key")
                        .param("key", ada.email())
                        .query(String.class)
                        .list())
                .containsExactly("confirmed");
    }

    private String token(Purpose purpose) {
        return tokens.issue(new Mailed(purpose, ada.id(), ada.email(), List.of(), null), NOW, Duration.ofDays(1));
    }

    private String hook() {
        return "https://hooks.example.org/" + ada.id();
    }

    /// A row in each of the tables.
    ///
    /// @return the issue whose link was followed
    private UUID everything() {
        UUID issue = delivered("250 ok");
        for (String row : List.of(
                """
                INSERT INTO delivery_audit (issue_id, subscriber_id, fence, decision, actor, at)
                VALUES (:issue, :id, 0, 'sent', 'operator-1', now())
                """,
                """
                INSERT INTO bounce_report (digest, kind, issue_id, subscriber_id, status, received_at)
                VALUES (:issue::text, 'soft', :issue, :id, '4.2.2', now())
                """,
                """
                INSERT INTO consent (consent_id, subscriber_id, kind, at, ip, user_agent, form_version)
                VALUES (:issue, :id, 'confirmed', now(), '192.0.2.1', 'Browser', '1')
                """,
                "INSERT INTO invitation (subscriber_id, queued_at) VALUES (:id, now())",
                """
                INSERT INTO mail_queue (mail_id, recipient, subject, html, text, attempts, next_attempt_at, queued_at)
                VALUES (:issue, :email, 'Waiting', 'h', 't', 0, now(), now())
                """,
                """
                INSERT INTO alert_webhook (webhook_id, subscriber_id, url, created_at)
                VALUES (:hook, :id, :url, now())
                """,
                """
                INSERT INTO follow (
                    follow_id, subscriber_id, target_kind, target_id, target_key, events, webhook_id, created_at)
                VALUES (:follow, :id, 'critic', 'builder', 'builder', '{verdict}', NULL, now())
                """,
                "INSERT INTO follow_subject (follow_id, subject) VALUES (:follow, 'critic:builder')",
                """
                INSERT INTO alert_change (change_id, kind, tool_id, from_value, to_value, since, matched_at)
                VALUES (:change, 'price', :change, 'Pro $15', 'Pro $20', now(), now())
                """,
                """
                INSERT INTO alert_note (subscriber_id, change_id, follow_id, noted_at)
                VALUES (:id, :change, :follow, now())
                """,
                "INSERT INTO alert_mail (subscriber_id, queued_at) VALUES (:id, now())",
                """
                INSERT INTO alert_delivery (webhook_id, change_id, state, next_attempt_at, last_answer, updated_at)
                VALUES (:hook, :change, 'pending', now(), '503', now())
                """,
                """
                INSERT INTO keyed_request (kind, caller, key, fingerprint, result, created_at)
                VALUES ('follow', :id::text, 'k', '\\x00', '{"isNew": true}', now())
                """,
                "INSERT INTO suppression (email_hash, reason, since) VALUES (:hash, 'erased', now())",
                """
                INSERT INTO click (issue_id, visitor, link_no, nth, at, machine)
                VALUES (:issue, :visitor, 0, 0, now(), false)
                """)) {
            jdbc.sql(row)
                    .param("id", ada.id())
                    .param("email", ada.email())
                    .param("issue", issue)
                    .param("hook", named("hook"))
                    .param("url", hook())
                    .param("follow", named("follow"))
                    .param("change", named("change"))
                    .param("hash", hashes.of(ada.email()))
                    .param("visitor", Arrays.copyOf(keys.seal("click-visitor", issue + "\n" + ada.id()), 8))
                    .update();
        }
        return issue;
    }

    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((what + ada.id()).getBytes(UTF_8));
    }

    /// Those that lead to a subscriber by keys of others, and those that name one in a column
    /// of their own.
    private List<String> tablesThatKnowSubscribers() {
        return jdbc.sql("""
                        WITH RECURSIVE leads AS (
                            SELECT 'subscriber'::regclass::oid AS id
                            UNION
                            SELECT c.conrelid FROM pg_constraint c JOIN leads ON c.confrelid = leads.id
                            WHERE c.contype = 'f')
                        SELECT c.relname::text FROM pg_class c JOIN leads ON c.oid = leads.id
                        UNION
                        SELECT c.table_name::text FROM information_schema.columns c
                        JOIN pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name
                        WHERE c.table_schema = current_schema()
                          AND (c.data_type IN ('uuid', 'text', 'bytea', 'inet')
                               AND c.column_name ~ '(subscriber|email|recipient|address|caller|visitor|user_agent)'
                               OR c.data_type = 'bytea' AND c.column_name = 'subject')
                        """).query(String.class).list();
    }

    private UUID delivered(String reply) {
        UUID issue = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, html, text, author, created_at)
                        VALUES (:id, :week, 'finished', 1, 's', :html, 't', 'a', '2026-11-02T00:00:00Z')
                        """)
                .param("id", issue)
                .param("week", "of " + issue)
                .param("html", "<a href=\"http://localhost:8080/weekly\">All</a>")
                .update();
        jdbc.sql("""
                        INSERT INTO delivery (
                            issue_id, subscriber_id, state, domain, smtp_reply, message_id, updated_at)
                        VALUES (:issue, :id, 'rejected', 'example.org', :reply, '<m@example.org>', '2026-11-02T00:00:00Z')
                        """)
                .param("issue", issue)
                .param("id", ada.id())
                .param("reply", reply)
                .update();
        return issue;
    }

    private void unreadableReport() {
        jdbc.sql("""
                        INSERT INTO bounce_report (digest, kind, status, excerpt, received_at)
                        VALUES (:digest, 'unknown', 'unread', :excerpt, '2026-11-02T00:00:00Z')
                        """)
                .param("digest", UUID.randomUUID().toString())
                .param("excerpt", "To: " + ada.email().toUpperCase(java.util.Locale.ROOT))
                .update();
    }

    private List<String> ledger() {
        return jdbc.sql("SELECT state FROM delivery WHERE subscriber_id = :id")
                .param("id", ada.id())
                .query(String.class)
                .list();
    }

    /// Looks into every table there is, whatever is added later.
    private List<String> whereItStands() {
        return tablesWith(ada.email());
    }

    private List<String> tablesWith(String text) {
        return jdbc
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> holds(table, text))
                .toList();
    }

    private boolean holds(String table, String text) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM \"" + table + "\" AS t WHERE t::text ILIKE '%' || :text || '%')")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
