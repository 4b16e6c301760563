package dev.toolverdicts.review.page;

import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.Refusal;
import dev.toolverdicts.platform.web.SiteSettings;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import dev.toolverdicts.platform.web.newcomer.NewcomersForm;
import dev.toolverdicts.review.critic.CriticNotFound;
import dev.toolverdicts.review.critic.CriticQueries;
import dev.toolverdicts.review.helpful.Answer;
import dev.toolverdicts.review.helpful.Helpful;
import dev.toolverdicts.review.helpful.HelpfulQueries;
import dev.toolverdicts.review.helpful.HelpfulService;
import dev.toolverdicts.review.helpful.Voter;
import dev.toolverdicts.review.helpful.VoterClient;
import dev.toolverdicts.review.knowntool.KnownTool;
import dev.toolverdicts.review.knowntool.KnownTools;
import dev.toolverdicts.review.review.ReviewNotFound;
import dev.toolverdicts.review.review.ReviewQueries;
import dev.toolverdicts.review.review.Revision;
import dev.toolverdicts.review.review.Take;
import dev.toolverdicts.review.review.ToolNotFound;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The page of a review and its form. What goes wrong here is a page, too.
@RestController
@Hidden
class ReviewPageController {

    private static final Logger log = LoggerFactory.getLogger(ReviewPageController.class);
    private static final String TAKE_BACK = "none";

    private final KnownTools tools;
    private final CriticQueries critics;
    private final ReviewQueries reviews;
    private final HelpfulQueries helpful;
    private final HelpfulService answers;
    private final VoterClient voters;
    private final NewcomersForm newcomers;
    private final Clock clock;

    ReviewPageController(
            KnownTools tools,
            CriticQueries critics,
            ReviewQueries reviews,
            HelpfulQueries helpful,
            HelpfulService answers,
            VoterClient voters,
            SiteSettings site,
            Clock clock) {
        this.tools = tools;
        this.critics = critics;
        this.reviews = reviews;
        this.helpful = helpful;
        this.answers = answers;
        this.voters = voters;
        this.newcomers = new NewcomersForm(site);
        this.clock = clock;
    }

    @GetMapping(path = "/tool/{slug}/reviews/{criticKey}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> review(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletRequest request) {
        KnownTool tool = known(slug, criticKey);
        if (!tool.slug().equals(slug)) {
            return Moved.to(address(tool.slug(), criticKey));
        }
        Take take = reviews.take(tool.toolId(), criticKey).orElseThrow(ReviewNotFound::new);
        Optional<Voter> voter = voter(cookies);
        Helpful said = helpful.find(
                        tool.toolId(), criticKey, voter.map(Voter::key).orElse(null))
                .orElseThrow(ReviewNotFound::new);
        ReviewPage page = new ReviewPage(tool, take, clock.instant());
        List<Revision> revisions = reviews.revisions(tool.toolId(), criticKey);
        LastKnownPages.neutral(
                request, () -> page.of(revisions, said.ofNobody(), null).html());
        return page.of(revisions, said, voter.orElse(null))
                .answer(HttpStatus.OK, voter.map(Voter::cookies).orElse(List.of()));
    }

    /// A page is there without its voter: it only cannot say what they answered.
    private Optional<Voter> voter(@Nullable String cookies) {
        try {
            return Optional.of(voters.voter(cookies));
        } catch (Refusal notKnown) {
            return Optional.empty();
        }
    }

    @PostMapping(
            path = "/tool/{slug}/reviews/{criticKey}/helpful",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> say(
            @PathVariable String slug,
            @PathVariable String criticKey,
            @RequestParam(name = "helpful", defaultValue = "") String word,
            @RequestParam(defaultValue = "") String formToken,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletRequest request) {
        KnownTool tool = known(slug, criticKey);
        Optional<Answer> answer = Answer.of(word);
        if (answer.isEmpty() && !word.equals(TAKE_BACK)) {
            return ReviewPage.refused("Nothing was said", "Choose yes or no.", "")
                    .answer(HttpStatus.BAD_REQUEST, List.of());
        }
        Voter voter = voters.voter(cookies);
        if (!voter.sent(formToken) && !newcomers.isOurs(request)) {
            return again(tool.slug(), criticKey, word, voter);
        }
        answers.answer(tool.toolId(), criticKey, voter, answer.orElse(null));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(URI.create(address(tool.slug(), criticKey) + "#helpful"))
                .headers(headers -> voter.cookies().forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie)))
                .build();
    }

    private static ResponseEntity<String> again(String slug, String criticKey, String word, Voter voter) {
        return ReviewPage.refused(
                        "Once more, please",
                        "Your answer is not stored yet: the page it came from was older than your visit. One click sends it.",
                        ReviewPage.again(slug, criticKey, word, voter.formToken()))
                .answer(HttpStatus.FORBIDDEN, voter.cookies());
    }

    private KnownTool known(String slug, String criticKey) {
        KnownTool tool = tools.shown(slug).orElseThrow(ToolNotFound::new);
        if (critics.find(criticKey).isEmpty()) {
            throw new CriticNotFound();
        }
        return tool;
    }

    private static String address(String slug, String criticKey) {
        return "/tool/" + slug + "/reviews/" + criticKey;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
        return ReviewPage.refused(
                        String.valueOf(refusal.getBody().getTitle()),
                        String.valueOf(refusal.getBody().getDetail()),
                        "")
                .answer(status, refusal.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE));
    }

    /// The visitor learns that it is our fault and what to do; the log learns the cause.
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> unavailable(Exception failure) {
        log.warn("event=page_failed", failure);
        return ReviewPage.refused(
                        "Not at hand just now",
                        "This review cannot be read or answered right now. Try again in a moment.",
                        "")
                .answer(HttpStatus.SERVICE_UNAVAILABLE, List.of());
    }
}
