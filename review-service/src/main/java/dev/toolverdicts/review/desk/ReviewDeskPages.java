package dev.toolverdicts.review.desk;

import static dev.toolverdicts.review.desk.Sheet.escaped;

import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.review.critic.Critic;
import dev.toolverdicts.review.knowntool.KnownTool;
import dev.toolverdicts.review.page.Words;
import dev.toolverdicts.review.review.ReviewQueries;
import dev.toolverdicts.review.review.Take;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// The page of one review at the desk, whichever of its forms was sent.
@Component
class ReviewDeskPages {

    /// Which review, and who asks for its page.
    record About(Critic critic, KnownTool tool) {

        String address() {
            return "/desk/reviews/" + critic.key() + "/" + tool.slug();
        }
    }

    /// What a page says besides what is published.
    ///
    /// @param version the revision that its form is of
    /// @param more what stands above the form, as HTML
    record Said(@Nullable String trouble, String version, ReviewForm form, Map<String, String> faults, String more) {}

    private final ReviewQueries reviews;

    ReviewDeskPages(ReviewQueries reviews) {
        this.reviews = reviews;
    }

    Optional<Take> current(About about) {
        return reviews.take(about.tool().toolId(), about.critic().key());
    }

    /// With what is published.
    ResponseEntity<String> published(
            HttpStatusCode status, About about, @Nullable String trouble, Map<String, String> faults, Jwt writer) {
        Optional<Take> current = current(about);
        ReviewForm form = current.map(ReviewForm::of).orElseGet(ReviewForm::blank);
        return page(status, about, new Said(trouble, version(current), form, faults, ""), writer);
    }

    static String version(Optional<Take> current) {
        return current.map(take -> Integer.toString(take.revision())).orElse("0");
    }

    ResponseEntity<String> page(HttpStatusCode status, About about, Said said, Jwt writer) {
        Optional<Take> current = current(about);
        var form = new ReviewFormPage(
                about.address(), FormToken.of(writer.getTokenValue()), said.version(), said.form(), said.faults());
        String main = lead(about, current) + said.more() + form.html() + (current.isPresent() ? form.withdrawal() : "");
        return Sheet.page(
                status,
                about.tool().name(),
                " · <a href=\"/desk/reviews\">Reviews</a> · <a href=\"/desk/reviews/%s\">%s</a>"
                        .formatted(
                                escaped(about.critic().key()),
                                escaped(about.critic().name())),
                said.trouble(),
                main);
    }

    private static String lead(About about, Optional<Take> current) {
        String hidden = about.tool().takenDown() == null
                ? ""
                : "<p class=\"banner\">The tool is taken down. Its reviews come back with it.</p>";
        return hidden
                + current.map(take ->
                                "<p class=\"lead\">Revision %d of %s, due for another look on %s. <a href=\"/tool/%s/reviews/%s\">Its page</a></p>"
                                        .formatted(
                                                take.revision(),
                                                Words.day(take.revisedAt()),
                                                Words.day(take.dueAt()),
                                                escaped(about.tool().slug()),
                                                escaped(about.critic().key())))
                        .orElse("<p class=\"lead\">%s has not reviewed it.</p>"
                                .formatted(escaped(about.critic().name())));
    }
}
