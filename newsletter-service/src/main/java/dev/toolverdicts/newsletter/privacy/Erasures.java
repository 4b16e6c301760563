package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.LineList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever was erased stays erased, whatever becomes of the database: each is on a list outside of
/// it, and a start erases again whom an older database has brought back, before anybody can be
/// mailed.
@Component
class Erasures implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    static final String ENDING = ".erased";

    private final @Nullable LineList list;
    private final Eraser eraser;
    private final PrivacyRepository subscribers;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile int again;
    private volatile boolean running;

    Erasures(
            ErasureSettings settings,
            Eraser eraser,
            PrivacyRepository subscribers,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        Path folder = settings.folder();
        this.list = folder == null ? null : new LineList(folder, ENDING, ids);
        this.eraser = eraser;
        this.subscribers = subscribers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The last word of the transaction that erases: what is on the list and was never committed
    /// is erased with the next start, as was asked for.
    ///
    /// @throws DataAccessResourceFailureException when the list cannot be written; nothing is
    ///     erased then, and the person may try again
    void note(Erasure erasure) {
        if (list == null) {
            return;
        }
        try {
            add(list, erasure);
        } catch (IOException e) {
            log.error("event=erasure_not_listed cause=\"{}\"", e.toString());
            throw new DataAccessResourceFailureException("the list of erasures cannot be written", e);
        }
    }

    private static void add(LineList list, Erasure erasure) throws IOException {
        list.add(erasure.at(), erasure.line());
    }

    /// How the list and the database stand to each other.
    ///
    /// @param listed persons on the list
    /// @param erasedAgain of these, whom the last start found in the database
    /// @param standing of these, who are in it now; must be 0
    record State(boolean kept, int listed, int erasedAgain, int standing) {}

    State state() {
        if (list == null) {
            return new State(false, 0, 0, 0);
        }
        Set<UUID> listed = listed(list).keySet();
        return new State(
                true, listed.size(), again, subscribers.standing(listed).size());
    }

    /// @throws UncheckedIOException when the list is there and cannot be read, which ends the start
    @Override
    public void start() {
        if (list == null) {
            log.info("event=erasures_not_listed setting=newsletter.erasures.folder");
        } else {
            Map<UUID, Erasure> listed = listed(list);
            again = eraseAgain(listed);
            int found = noteWhoIsMissing(list, listed.keySet());
            log.info("event=erasures_compared listed={} erasedAgain={} added={}", listed.size(), again, found);
        }
        running = true;
    }

    private static Map<UUID, Erasure> listed(LineList list) {
        var listed = new LinkedHashMap<UUID, Erasure>();
        try {
            for (Erasure erasure : list.read(Erasure::parse)) {
                listed.merge(erasure.subscriberId(), erasure, (one, other) -> one.isOfRow() ? other : one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listed;
    }

    private int eraseAgain(Map<UUID, Erasure> listed) {
        int erased = 0;
        for (UUID id : subscribers.notErased(listed.keySet())) {
            Erasure erasure = listed.get(id);
            if (erasure != null && Boolean.TRUE.equals(transactions.execute(_ -> eraseAgain(erasure)))) {
                log.info("event=subscriber_erased_again subscriber={}", id);
                erased++;
            }
        }
        return erased;
    }

    /// @return whether the person was in the database
    private boolean eraseAgain(Erasure erasure) {
        return subscribers
                .lock(erasure.subscriberId())
                .map(known -> eraser.erase(known, erasure.at()))
                .map(_ -> true)
                .orElseGet(() -> {
                    rememberWhoIsUnknown(erasure);
                    return false;
                });
    }

    /// Somebody who came after the backup and was erased before it was restored.
    private void rememberWhoIsUnknown(Erasure erasure) {
        subscribers.addErased(erasure.subscriberId(), erasure.at());
        if (!erasure.isOfRow()) {
            subscribers.remember(erasure.hash(), erasure.reason(), erasure.at());
        }
    }

    /// Erased before there was a list, or while it could not be kept.
    private int noteWhoIsMissing(LineList list, Set<UUID> listed) {
        List<UUID> missing =
                subscribers.erased().stream().filter(id -> !listed.contains(id)).toList();
        Instant now = clock.instant();
        try {
            for (UUID id : missing) {
                add(list, Erasure.ofRow(now, id));
            }
        } catch (IOException e) {
            // Erasing will say so too, and the next start tries again; readers are served meanwhile.
            log.error("event=erasure_not_listed cause=\"{}\"", e.toString());
        }
        return missing.size();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before whatever mails, listens or answers.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
