package dev.toolverdicts.localstack;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a backup says of itself, in `backup.json`. It is written last: a backup without it is none.
///
/// @param format of the backup itself
/// @param dataVersion the version of the data folder's layout
/// @param takenAt the moment that it shows
/// @param platform a cluster of PostgreSQL is read only by programs for the same one
/// @param logId the log that the databases have read
/// @param folders those that may be empty too, which a copy by other means easily loses
record Manifest(
        int format,
        int dataVersion,
        String takenAt,
        String platform,
        @Nullable String logId,
        int files,
        long bytes,
        List<String> folders) {

    static final int FORMAT = 1;

    Manifest {
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(platform, "platform");
        folders = List.copyOf(folders);
    }

    Instant moment() {
        return Instant.parse(takenAt);
    }
}
