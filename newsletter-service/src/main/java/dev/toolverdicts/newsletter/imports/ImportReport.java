package dev.toolverdicts.newsletter.imports;

import java.util.List;

/// What a file did, or would do.
///
/// @param rows of the file, without its header; each counts once below
/// @param added people who are asked to confirm
/// @param known people who are subscribed or have been asked; nothing changes for them
/// @param suppressed people who left, complained, were erased or whose mail came back; they stay as they are
/// @param repeated rows with an address that stands further up
/// @param refused rows that cannot be taken
/// @param errors of the first refused rows
record ImportReport(
        boolean dryRun,
        long rows,
        long added,
        long known,
        long suppressed,
        long repeated,
        long refused,
        List<RowError> errors) {

    static final int MOST_ERRORS = 200;

    record RowError(long line, String column, String detail) {}

    ImportReport {
        errors = List.copyOf(errors);
    }
}
