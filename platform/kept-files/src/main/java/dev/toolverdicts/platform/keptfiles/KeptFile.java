package dev.toolverdicts.platform.keptfiles;

import static java.util.Objects.requireNonNull;

/// A file as it is handed out.
///
/// @param rows without the heading of a CSV file
/// @param bytes as it is kept, packed
/// @param sha256 of these bytes, in hexadecimal
public record KeptFile(String name, long rows, long bytes, String sha256) {

    public KeptFile {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
    }

    /// Strong, and the same in all copies.
    public String etag() {
        return '"' + sha256 + '"';
    }
}
