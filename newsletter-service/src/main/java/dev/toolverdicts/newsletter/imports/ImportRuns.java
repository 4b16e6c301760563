package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.imports.ImportRunRepository.Earlier;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.RequestInFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One import for each `Idempotency-Key`. An import is many transactions, so that nobody who signs up waits for its
/// end; its row says how far it is, and the same request takes up there what a crash left.
@Component
class ImportRuns {

    /// An import that did not move for so long has nobody who works on it.
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final ImportRunRepository runs;
    private final ImportRepository rows;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    ImportRuns(ImportRunRepository runs, ImportRepository rows, Idempotency idempotency, Ids ids, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    ImportRun begin(ImportRequest request) {
        Instant now = clock.instant();
        UUID mine = ids.next();
        UUID run = idempotency.once(request.key(), UUID.class, () -> {
            runs.begin(mine, request, now);
            return mine;
        });
        return run.equals(mine) ? ImportRun.begun(mine) : again(run, now);
    }

    /// Takes some rows in and notes it, both or neither.
    @Transactional
    ImportRun advance(ImportRun run, List<ImportRepository.Entry> entries, long rowsDone) {
        Instant now = clock.instant();
        ImportRun further = run.on(rowsDone, entries.isEmpty() ? Counts.NONE : rows.add(entries, now));
        if (!runs.advance(run, further, now)) {
            throw new RequestInFlight();
        }
        return further;
    }

    @Transactional
    void finish(ImportRun run) {
        runs.finish(run.id(), clock.instant());
    }

    private ImportRun again(UUID id, Instant now) {
        Earlier earlier = runs.lock(id);
        if (!earlier.run().isFinished()) {
            if (earlier.touchedAt().isAfter(now.minus(ABANDONED))) {
                throw new RequestInFlight();
            }
            runs.touch(id, now);
        }
        return earlier.run();
    }
}
