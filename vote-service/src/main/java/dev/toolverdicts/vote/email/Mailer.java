package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.voter.SealedText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Sends the letters that wait. A letter may go out twice when this dies after the server took
/// it, which does no harm: both have the same link. Nothing a user typed is in it but the
/// address it goes to.
final class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final ProofRepository proofs;
    private final VerifiedAddressRepository addresses;
    private final SealedText letters;
    private final JavaMailSender sender;
    private final String from;
    private final URI site;
    private final String postalAddress;
    private final Clock clock;

    Mailer(
            ProofRepository proofs,
            VerifiedAddressRepository addresses,
            SealedText letters,
            JavaMailSender sender,
            String from,
            URI site,
            String postalAddress,
            Clock clock) {
        this.proofs = proofs;
        this.addresses = addresses;
        this.letters = letters;
        this.sender = sender;
        this.from = from;
        this.site = site;
        this.postalAddress = postalAddress;
        this.clock = clock;
    }

    /// @return whether there was one
    boolean sendNext() {
        return proofs.takeUp(clock.instant())
                .map(outgoing -> {
                    send(outgoing);
                    return true;
                })
                .orElse(false);
    }

    private void send(ProofRepository.Outgoing outgoing) {
        try {
            sender.send(message(Letter.parse(letters.open(outgoing.letter()))));
            proofs.sent(outgoing.tokenHash());
            log.info("verification mailed");
        } catch (MailException | MessagingException e) {
            // Its message may hold the address.
            log.warn(
                    "verification not mailed, tried again later cause={}",
                    e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(letter.address());
        helper.setSubject("Verify your address for Tool Verdicts");
        helper.setText("""
                Somebody, most likely you, wants the votes of a browser on Tool Verdicts to be
                shown as verified by this address. Open this in the same browser within the
                hour, and press the button there:

                %s

                It was not you? Then do nothing. The address is not stored, and nothing else
                is sent to it.
                %s""".formatted(site.resolve("/my-votes/verify?token=" + letter.token()), signature()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private String signature() {
        return postalAddress.isBlank() ? "" : "\n-- \n" + postalAddress + "\n";
    }

    void forgetOld() {
        Instant now = clock.instant();
        int proofsGone = proofs.forget(now.minus(KEPT));
        int addressesGone = addresses.forgetReleased(now);
        if (proofsGone + addressesGone > 0) {
            log.info("old proofs forgotten proofs={} addresses={}", proofsGone, addressesGone);
        }
    }
}
