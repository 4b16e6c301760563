package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.imports.ImportRunRepository.Earlier;
import dev.toolverdicts.newsletter.subscriber.KeyReused;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.RequestInFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final Ids ids;
    private final Clock clock;

    ImportRuns(ImportRunRepository runs, ImportRepository rows, Ids ids, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    ImportRun begin(ImportRequest request) {
        Instant now = clock.instant();
        String key = request.key();
        if (key != null && !runs.enter(request.actor(), key)) {
            throw new RequestInFlight();
        }
        Optional<ImportRun> begun = runs.begin(ids.next(), request, now);
        return begun.orElseGet(() -> again(request, now));
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

    private ImportRun again(ImportRequest request, Instant now) {
        Earlier earlier = runs.lock(request.actor(), request.key());
        if (!Arrays.equals(earlier.fileHash(), request.fileHash())) {
            throw new KeyReused();
        }
        if (!earlier.run().isFinished()) {
            if (earlier.touchedAt().isAfter(now.minus(ABANDONED))) {
                throw new RequestInFlight();
            }
            runs.touch(earlier.run().id(), now);
        }
        return earlier.run();
    }
}
