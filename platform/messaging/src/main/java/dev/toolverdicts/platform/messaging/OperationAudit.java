package dev.toolverdicts.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Who did what to this service, when and why: only added to.
public final class OperationAudit {

    private final OperationAuditRepository entries;
    private final TransactionTemplate transactions;

    OperationAudit(OperationAuditRepository entries, TransactionTemplate transactions) {
        this.entries = entries;
        this.transactions = transactions;
    }

    /// The newest first.
    ///
    /// @param before the id that the page before ended with, [Long#MAX_VALUE] for the first
    public List<AuditEntry> newest(long before, int limit) {
        return entries.newest(before, limit);
    }

    /// Notes what is done by other means than this package's; joins the caller's transaction if
    /// there is one.
    ///
    /// @param detail null where the action says it all
    public void note(Act act, String action, String subject, @Nullable String detail) {
        transactions.executeWithoutResult(_ -> entries.add(act, action, subject, detail));
    }
}
