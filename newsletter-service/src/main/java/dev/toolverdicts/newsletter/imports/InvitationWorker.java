package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.subscriber.Invitations;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks imported people little by little. The days a link is good for begin with its mail.
@Component
class InvitationWorker {

    private static final Logger log = LoggerFactory.getLogger(InvitationWorker.class);

    private final InvitationRepository waiting;
    private final Invitations invitations;
    private final ImportSettings settings;
    private final TransactionTemplate transactions;

    InvitationWorker(
            InvitationRepository waiting,
            Invitations invitations,
            ImportSettings settings,
            TransactionTemplate transactions) {
        this.waiting = waiting;
        this.invitations = invitations;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Scheduled(fixedRate = 6000)
    void askSome() {
        try {
            transactions.executeWithoutResult(_ -> {
                List<UUID> some = waiting.take(settings.perRound());
                some.forEach(invitations::invite);
            });
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=invitations_unavailable cause={}", away.getClass().getSimpleName());
        }
    }
}
