package dev.toolverdicts.newsletter.imports;

import java.util.UUID;

/// How far an import is.
///
/// @param rowsDone rows of the file that are in, refused ones included
record ImportRun(UUID id, long rowsDone, Counts counts, boolean isFinished) {

    static ImportRun begun(UUID id) {
        return new ImportRun(id, 0, Counts.NONE, false);
    }

    ImportRun on(long rows, Counts more) {
        return new ImportRun(id, rows, counts.plus(more), false);
    }
}
