package dev.toolverdicts.catalog.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the vote service knows of this visitor. Blank when it did not answer in time: a page never waits for it.
///
/// @param votes by slug; a tool whose vote is not known just now is missing
record OwnVotes(Map<String, Own> votes, String formToken, List<String> cookies) {

    static final OwnVotes BLANK = new OwnVotes(Map.of(), "", List.of());

    record Own(@Nullable String choice, boolean counted) {}

    OwnVotes with(List<String> newCookies) {
        return new OwnVotes(votes, formToken, newCookies);
    }
}
