package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.leaderboard.BoardLink;
import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import dev.toolverdicts.catalog.leaderboard.Leaderboards;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

@Controller
class LeaderboardPageController {

    private static final int PAST = 13;

    private final Leaderboards boards;
    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;

    LeaderboardPageController(Leaderboards boards, PageQueries pages, PageSettings settings, Ballots ballots) {
        this.boards = boards;
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
    }

    @GetMapping(path = "/leaderboard", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView leaderboard(
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        return boards.latest("week")
                .map(board -> show(board, "/leaderboard", cookies, response))
                .orElseGet(() -> new ModelAndView("leaderboard-none")
                        .addObject("head", head("Leaderboard", "/leaderboard").hidden()));
    }

    @GetMapping(path = "/leaderboard/{period}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView latest(
            @PathVariable String period,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        Leaderboard board = boards.latest(period).orElseThrow(this::missing);
        return show(board, "/leaderboard/" + period, cookies, response);
    }

    @GetMapping(path = "/leaderboard/{period}/{key}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView board(
            @PathVariable String period,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        Leaderboard board = boards.find(period, key).orElseThrow(this::missing);
        return show(board, board.path(), cookies, response);
    }

    private ModelAndView show(Leaderboard board, String path, @Nullable String cookies, HttpServletResponse response) {
        List<BoardLink> siblings = board.windowFrom() == null ? List.of() : boards.list(board.period(), null, PAST);
        BoardPage page = BoardPage.of(board, siblings);
        ModelAndView answer =
                new ModelAndView("leaderboard").addObject("page", page).addObject("head", head(page.heading(), path));
        ballots.mark(answer, page.rows().stream().map(BoardRow::slug), cookies, response);
        return answer;
    }

    private PageHead head(String heading, String path) {
        return settings.head(
                heading + " · AI tool leaderboard · Tool Verdicts",
                heading
                        + ": AI tools in the order the community’s votes support, each place with its count, its interval and what it hangs on.",
                path,
                "leaderboard");
    }

    private PageMissing missing() {
        return new PageMissing(MissingPage.of(
                "No such leaderboard",
                "There are boards of days, weeks and months with votes, of all time, and of what is trending. These are the newest tools.",
                pages.tools(CardFilter.newest(8)).cards()));
    }
}
