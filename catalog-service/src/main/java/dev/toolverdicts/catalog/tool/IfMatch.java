package dev.toolverdicts.catalog.tool;

import java.util.Arrays;

/// What a writer has seen, as the header has it. A card's tag is `"{write version}.{panel}.{tally}"`, the
/// write side's `"{write version}"`; of both only the write version is compared: a vote or a review must
/// not make an editor's copy stale.
record IfMatch(String header) {

    boolean holds(long version) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tag -> matches(tag, version));
    }

    private static boolean matches(String tag, long version) {
        return tag.equals("*")
                || tag.equals("\"" + version + "\"")
                || (tag.startsWith("\"" + version + ".") && tag.endsWith("\""));
    }
}
