package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what became of an issue: its row, who did it, and the event, all in the caller's
/// transaction, which has locked the row.
@Component
class IssueJournal implements PublishedState {

    private static final Logger log = LoggerFactory.getLogger(IssueJournal.class);

    private final IssueRepository issues;
    private final EntryRepository entries;
    private final LedgerRepository ledger;
    private final AuditRepository audit;
    private final Outbox outbox;

    IssueJournal(
            IssueRepository issues,
            EntryRepository entries,
            LedgerRepository ledger,
            AuditRepository audit,
            Outbox outbox) {
        this.issues = issues;
        this.entries = entries;
        this.ledger = ledger;
        this.audit = audit;
        this.outbox = outbox;
    }

    /// Whose issue it is: who drafted it, and who wrote in it last.
    Set<String> writers(Issue issue) {
        return Stream.concat(Stream.of(issue.author()), audit.lastEditor(issue.id()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @param before null for a new issue, whose row is there already
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Issue after, @Nullable IssueStatus before, String actor, String action, @Nullable String detail) {
        if (before != null) {
            issues.save(after);
        }
        audit.note(after, before, actor, action, detail);
        publish(after);
        log.info(
                "event=issue_{} issueId={} week={} status={} version={}",
                action.replace('-', '_'),
                after.id(),
                after.isoWeek(),
                after.status(),
                after.version());
    }

    @Override
    public String topic() {
        return IssueEvent.TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return issues.versions();
    }

    @Override
    @Transactional
    public void append(Collection<String> keys) {
        for (String key : new TreeSet<>(keys)) {
            issues.lock(UUID.fromString(key)).ifPresent(this::publish);
        }
    }

    private void publish(Issue issue) {
        long sent = issue.isPublic() ? ledger.sent(issue.id()) : 0;
        outbox.append(new Event(
                IssueEvent.TOPIC,
                issue.id().toString(),
                IssueEvent.TYPE,
                issue.version(),
                IssueEvent.of(issue, entries.of(issue.id()), sent)));
    }
}
