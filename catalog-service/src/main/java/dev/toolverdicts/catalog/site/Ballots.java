package dev.toolverdicts.catalog.site;

import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import dev.toolverdicts.platform.web.newcomer.Newcomer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Brings the visitor's own votes onto a page, which no cache may then share.
@Component
class Ballots {

    /// Under what name a page's template finds the marks.
    static final String MARKS = "own";

    private final OwnVoteClient votes;

    Ballots(OwnVoteClient votes) {
        this.votes = votes;
    }

    static List<BallotView> views(OwnVotes own, List<String> slugs, String back) {
        return slugs.stream().map(slug -> BallotView.of(own, slug, back)).toList();
    }

    /// It asks nobody for a newcomer: that they have no vote is known, and their browser's word is
    /// enough for their forms, so the page is the same for all of them.
    ///
    /// @param duel the two tools between which the visitor can choose; null for none
    OwnVotes own(List<String> slugs, @Nullable String duel, @Nullable String cookies, HttpServletResponse response) {
        boolean newcomer = Newcomer.has(cookies);
        return answered(newcomer ? OwnVotes.ofNewcomer(slugs) : votes.votes(slugs, duel, cookies), response);
    }

    /// Marks the tools of a list that the visitor has voted on. It asks once for all of them, and
    /// nobody for a newcomer: a list gives out no cookie to who has none.
    ///
    /// @param slugs of the page's tools, in their order; one that is there twice counts once
    void mark(ModelAndView page, Stream<String> slugs, @Nullable String cookies, HttpServletResponse response) {
        List<String> tools = slugs.distinct().toList();
        boolean none = tools.isEmpty() || Newcomer.has(cookies);
        OwnVotes own = none ? OwnVotes.ofNewcomer(tools) : votes.choices(tools, cookies);
        page.addObject(MARKS, new OwnMarks(answered(own, response).votes()));
        LastKnownPages.neutral(page.getModel(), () -> Map.of(MARKS, OwnMarks.BLANK));
    }

    private static OwnVotes answered(OwnVotes own, HttpServletResponse response) {
        own.cookies().forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return own;
    }
}
