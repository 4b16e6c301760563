package dev.toolverdicts.review.desk;

import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.review.critic.CriticNotFound;
import dev.toolverdicts.review.critic.CriticQueries;
import dev.toolverdicts.review.desk.ReviewDeskPages.About;
import dev.toolverdicts.review.desk.ReviewDeskPages.Said;
import dev.toolverdicts.review.knowntool.KnownTools;
import dev.toolverdicts.review.review.Preconditions;
import dev.toolverdicts.review.review.ReviewBody;
import dev.toolverdicts.review.review.ReviewDraft;
import dev.toolverdicts.review.review.ReviewService;
import dev.toolverdicts.review.review.StaleReview;
import dev.toolverdicts.review.review.Take;
import dev.toolverdicts.review.review.ToolNotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The form that publishes, revises and withdraws a review. What is refused comes back as it was
/// sent, with the reason. Other critics' reviews are not on its page.
@RestController
@Hidden
@RequestMapping(path = "/desk/reviews/{criticKey}/{slug}", produces = MediaType.TEXT_HTML_VALUE)
class ReviewFormController {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

    private final CriticQueries critics;
    private final KnownTools tools;
    private final ReviewService reviews;
    private final ReviewDeskPages pages;
    private final JsonMapper json;

    ReviewFormController(
            CriticQueries critics, KnownTools tools, ReviewService reviews, ReviewDeskPages pages, JsonMapper json) {
        this.critics = critics;
        this.tools = tools;
        this.reviews = reviews;
        this.pages = pages;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<String> form(
            @PathVariable String criticKey, @PathVariable String slug, @AuthenticationPrincipal Jwt writer) {
        return pages.published(HttpStatus.OK, about(criticKey, slug), null, Map.of(), writer);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> write(
            @PathVariable String criticKey,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Jwt writer) {
        About about = about(criticKey, slug);
        ReviewForm form = ReviewForm.sent(sent);
        String version = version(sent.getFirst("version"));
        if (!FormToken.matches(sent.getFirst("formToken"), writer.getTokenValue())) {
            return pages.page(
                    HttpStatus.FORBIDDEN, about, new Said(FormToken.FOREIGN, version, form, Map.of(), ""), writer);
        }
        try {
            ReviewDraft draft = ReviewBody.parse(form.body(json));
            demandReason(draft, version, pages.current(about));
            if ("preview".equals(sent.getFirst("act"))) {
                String preview = ReviewFormPage.preview(draft);
                return pages.page(HttpStatus.OK, about, new Said(null, version, form, Map.of(), preview), writer);
            }
            reviews.publish(
                    about.tool().toolId(),
                    about.critic().key(),
                    draft,
                    Preconditions.read(Integer.parseInt(version)),
                    subject(writer));
            return done(about.address());
        } catch (InvalidInput wrong) {
            String trouble = "Some of it cannot be kept; see below.";
            var said = new Said(trouble, version, form, ReviewForm.faults(wrong), "");
            return pages.page(HttpStatus.BAD_REQUEST, about, said, writer);
        } catch (StaleReview stale) {
            return stale(about, form, writer);
        }
    }

    /// Readers who knew the other verdict are owed one. A version that is not the present one is
    /// refused anyhow.
    private static void demandReason(ReviewDraft draft, String version, Optional<Take> current) {
        if (draft.reason() == null
                && ReviewDeskPages.version(current).equals(version)
                && current.filter(take -> take.verdict() != draft.verdict()).isPresent()) {
            throw InvalidInput.of("/reason", "must say why the verdict changes");
        }
    }

    private ResponseEntity<String> stale(About about, ReviewForm form, Jwt writer) {
        Optional<Take> now = pages.current(about);
        var said = new Said(
                now.isPresent()
                        ? "Somebody has changed this review since you read it. These are your words; sent again they win."
                        : "Somebody has withdrawn this review since you read it. These are your words; sent again they are published.",
                ReviewDeskPages.version(now),
                form,
                Map.of(),
                now.map(ReviewFormPage::stored).orElse(""));
        return pages.page(HttpStatus.PRECONDITION_FAILED, about, said, writer);
    }

    @PostMapping(path = "/withdraw", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> withdraw(
            @PathVariable String criticKey,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Jwt writer) {
        About about = about(criticKey, slug);
        if (!FormToken.matches(sent.getFirst("formToken"), writer.getTokenValue())) {
            return pages.published(HttpStatus.FORBIDDEN, about, FormToken.FOREIGN, Map.of(), writer);
        }
        if (!"yes".equals(sent.getFirst("sure"))) {
            return pages.published(
                    HttpStatus.BAD_REQUEST,
                    about,
                    "Nothing is withdrawn; see below.",
                    Map.of("sure", "Tick this, too."),
                    writer);
        }
        try {
            int read = Integer.parseInt(version(sent.getFirst("version")));
            reviews.withdraw(about.tool().toolId(), about.critic().key(), Preconditions.read(read), subject(writer));
            return done("/desk/reviews/" + about.critic().key());
        } catch (StaleReview stale) {
            return pages.published(
                    stale.getStatusCode(),
                    about,
                    "Somebody has changed or withdrawn this review since you read it. This is how it stands now.",
                    Map.of(),
                    writer);
        }
    }

    private static String version(@Nullable String sent) {
        return sent != null && VERSION.matcher(sent).matches() ? sent : "0";
    }

    private static String subject(Jwt writer) {
        return Objects.requireNonNull(writer.getSubject(), "a token without subject");
    }

    private static ResponseEntity<String> done(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }

    private About about(String criticKey, String slug) {
        return new About(
                critics.find(criticKey).orElseThrow(CriticNotFound::new),
                tools.find(slug).orElseThrow(ToolNotFound::new));
    }
}
