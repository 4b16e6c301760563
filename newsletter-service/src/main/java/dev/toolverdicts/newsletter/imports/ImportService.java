package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.imports.ImportRepository.Entry;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import dev.toolverdicts.newsletter.subscriber.Subscription;
import dev.toolverdicts.platform.messaging.Ids;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class ImportService {

    private static final Logger log = LoggerFactory.getLogger(ImportService.class);

    private final ImportRuns runs;
    private final ImportRepository rows;
    private final AddressHashes hashes;
    private final Ids ids;

    ImportService(ImportRuns runs, ImportRepository rows, AddressHashes hashes, Ids ids) {
        this.runs = runs;
        this.rows = rows;
        this.hashes = hashes;
        this.ids = ids;
    }

    /// Says what the file would do; changes nothing.
    ImportReport look(SubscriberFile file) throws IOException {
        var looking = new Looking();
        return ImportReading.of(file, looking).report(true, looking.counts);
    }

    /// Takes the file in. It is read to its end before anything of it counts; rows that cannot be taken are left out.
    ImportReport take(SubscriberFile file, ImportRequest request) throws IOException {
        ImportReading.of(file, (_, _) -> {});
        var taking = new Taking(runs.begin(request));
        ImportReading reading = ImportReading.of(file, taking);
        if (!taking.run.isFinished()) {
            runs.finish(taking.run);
        }
        ImportReport report = reading.report(false, taking.run.counts());
        log.info(
                "event=subscribers_imported import={} actor={} rows={} added={} suppressed={} refused={}",
                taking.run.id(),
                request.actor(),
                report.rows(),
                report.added(),
                report.suppressed(),
                report.refused());
        return report;
    }

    private final class Looking implements ImportReading.Chunk {

        private Counts counts = Counts.NONE;

        @Override
        public void take(List<Subscription> people, long upTo) {
            if (!people.isEmpty()) {
                counts = counts.plus(rows.look(entries(people)));
            }
        }
    }

    /// Passes over what an earlier request with the same key has taken.
    private final class Taking implements ImportReading.Chunk {

        private ImportRun run;

        private Taking(ImportRun run) {
            this.run = run;
        }

        @Override
        public void take(List<Subscription> people, long upTo) {
            if (upTo > run.rowsDone() && !run.isFinished()) {
                run = runs.advance(run, entries(people), upTo);
            }
        }
    }

    private List<Entry> entries(List<Subscription> people) {
        return people.stream()
                .map(wish -> new Entry(
                        ids.next().toString(),
                        wish,
                        HexFormat.of().formatHex(hashes.of(wish.email().key()))))
                .toList();
    }
}
