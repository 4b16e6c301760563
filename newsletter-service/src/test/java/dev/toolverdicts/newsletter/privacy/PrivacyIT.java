package dev.toolverdicts.newsletter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivacyIT extends NewsletterInfrastructure {

    private static final String FORM = "/newsletter/privacy";

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
        assertThat(all.at("/deliveries/0/smtpReply").stringValue()).isEqualTo("250 ok");
        assertThat(all.get("mailedLinks").size()).isEqualTo(2);
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

    private void delivered(String reply) {
        UUID issue = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, html, text, author, created_at)
                        VALUES (:id, :week, 'finished', 1, 's', 'h', 't', 'a', '2026-11-02T00:00:00Z')
                        """).param("id", issue).param("week", "of " + issue).update();
        jdbc.sql("""
                        INSERT INTO delivery (
                            issue_id, subscriber_id, state, domain, smtp_reply, message_id, updated_at)
                        VALUES (:issue, :id, 'rejected', 'example.org', :reply, '<m@example.org>', '2026-11-02T00:00:00Z')
                        """)
                .param("issue", issue)
                .param("id", ada.id())
                .param("reply", reply)
                .update();
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
        return jdbc
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                .query(String.class)
                .list()
                .stream()
                .filter(this::holds)
                .toList();
    }

    private boolean holds(String table) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM \"" + table + "\" AS t WHERE t::text ILIKE '%' || :email || '%')")
                .param("email", ada.email())
                .query(Boolean.class)
                .single();
    }
}
