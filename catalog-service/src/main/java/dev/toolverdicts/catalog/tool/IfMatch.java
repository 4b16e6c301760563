package dev.toolverdicts.catalog.tool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a writer has seen, as the header has it. A card's tag is `"{write version}.{panel}.{tally}"`, the
/// write side's `"{write version}"`; of both only the write version is compared: a vote or a review must
/// not make an editor's copy stale.
///
/// @param header null when the writer does not say
record IfMatch(@Nullable String header) {

    /// To be asked once the tool is found: of one that is not there nothing has been seen.
    ///
    /// @throws PreconditionMissing when the writer does not say
    boolean holds(long version) {
        if (header == null) {
            throw new PreconditionMissing();
        }
        return Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tag -> matches(tag, version));
    }

    private static boolean matches(String tag, long version) {
        return tag.equals("*")
                || tag.equals("\"" + version + "\"")
                || (tag.startsWith("\"" + version + ".") && tag.endsWith("\""));
    }
}
