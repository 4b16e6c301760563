package dev.toolverdicts.newsletter.preflight;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import org.springframework.stereotype.Component;

/// SPF, DKIM and DMARC of the From domain, as the large mailboxes ask for. What cannot be
/// looked up has failed.
@Component
class SenderChecks {

    /// Names that no name server outside knows (RFC 6761, RFC 6762, and what Unix calls itself): mail
    /// from them goes to a mailbox for trying out.
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(.*\\.)?(localhost|localdomain|test|example|invalid|local)\\.?");

    private final NameServer names;
    private final PreflightSettings settings;
    private final String domain;

    SenderChecks(NameServer names, PreflightSettings settings, SmtpSettings mail) {
        this.names = names;
        this.settings = settings;
        this.domain = mail.newsletterDomain();
    }

    List<Check> all() {
        if (RESERVED.matcher(domain).matches()) {
            return List.of(Check.warning(
                    "sender", domain + " is a reserved name: only mailboxes for trying out take its mail"));
        }
        return List.of(
                record("spf", domain, "v=spf1"),
                settings.dkimSelector().isEmpty()
                        ? Check.of("dkim", false, "newsletter.preflight.dkim-selector is not set")
                        : record("dkim", settings.dkimSelector() + "._domainkey." + domain, "p="),
                dmarc(domain));
    }

    /// A policy of the domain itself, or of the one it is part of.
    private Check dmarc(String domain) {
        Check own = record("dmarc", "_dmarc." + domain, "v=dmarc1");
        int dot = domain.indexOf('.');
        return own.hasFailed() && domain.indexOf('.', dot + 1) > 0 ? dmarc(domain.substring(dot + 1)) : own;
    }

    private Check record(String check, String name, String mark) {
        try {
            Optional<String> record = names.texts(name).stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).contains(mark))
                    .findFirst();
            return record.map(text -> Check.of(check, true, name + ": " + text))
                    .orElseGet(() -> Check.of(check, false, "no record with " + mark + " at " + name));
        } catch (NamingException unknown) {
            return Check.of(
                    check,
                    false,
                    name + " could not be looked up: " + unknown.getClass().getSimpleName());
        }
    }
}
