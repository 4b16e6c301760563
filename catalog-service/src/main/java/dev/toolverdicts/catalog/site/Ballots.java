package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Brings the visitor's own votes onto a page, which no cache may then share.
@Component
class Ballots {

    private final OwnVoteClient votes;

    Ballots(OwnVoteClient votes) {
        this.votes = votes;
    }

    List<BallotView> of(List<String> slugs, String back, @Nullable String cookies, HttpServletResponse response) {
        return views(own(slugs, null, cookies, response), slugs, back);
    }

    static List<BallotView> views(OwnVotes own, List<String> slugs, String back) {
        return slugs.stream().map(slug -> BallotView.of(own, slug, back)).toList();
    }

    /// @param duel the two tools between which the visitor can choose; null for none
    OwnVotes own(List<String> slugs, @Nullable String duel, @Nullable String cookies, HttpServletResponse response) {
        OwnVotes own = votes.votes(slugs, duel, cookies);
        own.cookies().forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return own;
    }
}
