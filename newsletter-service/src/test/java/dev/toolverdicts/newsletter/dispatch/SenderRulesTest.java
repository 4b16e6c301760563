package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.SenderRules;
import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import jakarta.mail.internet.MailDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The mail of an issue under the [SenderRules].
class SenderRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Claim CLAIM = new Claim(
            UUID.fromString("0199a8c0-0000-7000-8000-000000000901"),
            UUID.fromString("0199a8c0-0000-7000-8000-000000000902"),
            4711,
            "reader@gmail.com",
            "<0199a8c0.902@example.org>",
            1,
            1,
            Duration.ZERO);
    private static final Edition EDITION = new Edition(
            CLAIM.issueId(),
            "2026-W48",
            "Verdicts – 3 changed",
            "<p>News <a href=\"{{unsubscribe_url}}\">Unsubscribe</a> <a href=\"{{preferences_url}}\">Less</a></p>",
            "News ✓\n{{unsubscribe_url}}\n{{preferences_url}}\n");

    private final ReturnPath returnPath = new ReturnPath(() -> new byte[32], "bounces.example.org");
    private final LetterWriter letters =
            new LetterWriter(SmtpSettingsFor.port(25), DispatchInfrastructure.LINKS, returnPath, "example.org");
    private final SenderRules rules;

    SenderRulesTest() throws Exception {
        rules = new SenderRules(letters.write(Letter.of(EDITION), CLAIM, NOW));
    }

    @Test
    void everyHeaderThatMustBeThereOnceIsThereOnce() throws Exception {
        rules.everyHeaderThatMustBeThereOnceIsThereOnce();
        assertThat(rules.only("To")).isEqualTo("reader@gmail.com");
        assertThat(rules.subject()).isEqualTo("Verdicts – 3 changed");
        assertThat(new MailDateFormat().parse(rules.only("Date"))).isEqualTo(java.util.Date.from(NOW));
        assertThat(rules.only("Message-ID")).isEqualTo(CLAIM.messageId());
    }

    @Test
    void oneClickUnsubscribeIsOfferedAsRfc8058Says() throws Exception {
        rules.oneClickUnsubscribeIsOfferedAsRfc8058Says(
                "https://example\\.org/newsletter/unsubscribe\\?token=[0-9a-f-]+",
                "u4711-[0-9a-f]{20}@bounces\\.example\\.org");
    }

    @Test
    void listsAreToldApart() throws Exception {
        assertThat(rules.only("List-Id")).isEqualTo("Weekly AI Tool Verdicts <weekly.example.org>");
        assertThat(rules.only("Feedback-ID")).isEqualTo("2026-W48:weekly:newsletter:toolverdicts");
    }

    @Test
    void thereIsATextPartThenAnHtmlPartWithTheRecipientsOwnLinks() throws Exception {
        rules.thereIsATextPartThenAnHtmlPartWith(
                "unsubscribe?token=" + CLAIM.subscriberId(), "preferences?token=" + CLAIM.subscriberId());
    }

    @Test
    void theWireFormIsPlain() {
        rules.theWireFormIsPlain();
    }

    @Test
    void theEnvelopeSenderNamesTheRowAndCannotBeForged() {
        var row = new Origin.Row(4711);
        String sender = letters.envelope(CLAIM).sender();
        assertThat(returnPath.bounced(sender)).hasValue(row);
        assertThat(returnPath.bounced(sender.toUpperCase(java.util.Locale.ROOT)))
                .hasValue(row);
        assertThat(returnPath.bounced(sender.replace("b4711", "b4712"))).isEmpty();
        assertThat(returnPath.unsubscribed(sender)).isEmpty();
        assertThat(new ReturnPath(() -> new byte[] {1}, "bounces.example.org").bounced(sender))
                .isEmpty();
    }
}
