package dev.toolverdicts.catalog.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the vote service knows of this visitor. Blank when it did not answer in time: a page never waits for it.
record OwnVotes(boolean known, Map<String, Own> votes, String formToken, List<String> cookies) {

    static final OwnVotes BLANK = new OwnVotes(false, Map.of(), "", List.of());

    record Own(@Nullable String choice, boolean counted) {}

    Own of(String slug) {
        return votes.getOrDefault(slug, new Own(null, false));
    }
}
