package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.imports.ImportReport.RowError;
import dev.toolverdicts.newsletter.subscriber.Subscription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One reading of a file from its start: what stands in it, apart from what anybody knows of the people.
final class ImportReading {

    /// Gets the people of some rows, each once.
    @FunctionalInterface
    interface Chunk {
        /// @param rows that were read up to here
        void take(List<Subscription> people, long rows);
    }

    static final int CHUNK = 500;

    private final SeenAddresses seen = new SeenAddresses();
    private final List<Subscription> people = new ArrayList<>(CHUNK);
    private final List<RowError> errors = new ArrayList<>();
    private final Chunk chunk;
    private long rows;
    private long repeated;
    private long refused;

    private ImportReading(Chunk chunk) {
        this.chunk = chunk;
    }

    static ImportReading of(SubscriberFile file, Chunk chunk) throws IOException {
        var reading = new ImportReading(chunk);
        file.each(reading::take);
        if (reading.rows % CHUNK > 0) {
            reading.hand();
        }
        return reading;
    }

    ImportReport report(boolean dryRun, Counts counts) {
        return new ImportReport(
                dryRun, rows, counts.added(), counts.known(), counts.suppressed(), repeated, refused, errors);
    }

    private void take(Line line) {
        rows++;
        switch (line) {
            case Line.Fault(long number, String column, String detail) -> {
                refused++;
                if (errors.size() < ImportReport.MOST_ERRORS) {
                    errors.add(new RowError(number, column, detail));
                }
            }
            case Line.Wish(var _, Subscription wish) -> {
                if (seen.add(wish.email().key())) {
                    people.add(wish);
                } else {
                    repeated++;
                }
            }
        }
        if (rows % CHUNK == 0) {
            hand();
        }
    }

    private void hand() {
        chunk.take(List.copyOf(people), rows);
        people.clear();
    }
}
