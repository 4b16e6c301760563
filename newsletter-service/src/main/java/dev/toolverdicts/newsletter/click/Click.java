package dev.toolverdicts.newsletter.click;

import java.util.UUID;

/// What a counted link says.
///
/// @param visitor whose mail it stood in; means nothing in another issue or without the key
/// @param link its place among the issue's
record Click(UUID issueId, byte[] visitor, int link) {

    static final int VISITOR = 8;

    Click {
        if (visitor.length != VISITOR || link < 0 || link > Short.MAX_VALUE) {
            throw new IllegalArgumentException("no click");
        }
    }
}
