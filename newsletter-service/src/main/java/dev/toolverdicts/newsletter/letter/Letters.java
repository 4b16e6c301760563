package dev.toolverdicts.newsletter.letter;

import dev.toolverdicts.newsletter.issue.IssueSettings;
import dev.toolverdicts.newsletter.mail.StandingWish;
import dev.toolverdicts.newsletter.mail.TransactionalMail;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Puts a letter into the queue of the caller's transaction: it goes out if and only if that commits.
/// Like every mail it says where the operator is reached by post.
@Component
public class Letters {

    private final ITemplateEngine templates;
    private final TransactionalMail mail;
    private final IssueSettings settings;

    Letters(ITemplateEngine templates, TransactionalMail mail, IssueSettings settings) {
        this.templates = templates;
        this.mail = mail;
        this.settings = settings;
    }

    public void send(String to, Letter letter) {
        send(to, letter, null);
    }

    /// @param wish why it comes, when nobody asked for it just now
    public void send(String to, Letter letter, @Nullable StandingWish wish) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("letter", letter);
        context.setVariable("postalAddress", settings.postalAddress());
        mail.enqueue(
                to,
                letter.subject(),
                templates.process("mail/letter", context),
                templates.process("mail/letter.txt", context),
                wish);
    }
}
