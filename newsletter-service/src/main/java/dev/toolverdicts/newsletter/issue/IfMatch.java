package dev.toolverdicts.newsletter.issue;

import java.util.Arrays;

/// What an editor has seen, as the header has it: an issue's tag is `"{version}"`.
public record IfMatch(String header) {

    boolean holds(long version) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
    }
}
