package dev.toolverdicts.review.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishes, revises and withdraws reviews.
@Service
public class ReviewService {

    private static final Logger log = LoggerFactory.getLogger(ReviewService.class);

    /// @param isNew whether there was no current review before
    public record Published(Take take, boolean isNew) {}

    private final PanelRepository panels;
    private final ReviewRepository reviews;
    private final ReviewQueries queries;
    private final PanelService panel;
    private final Clock clock;

    ReviewService(
            PanelRepository panels, ReviewRepository reviews, ReviewQueries queries, PanelService panel, Clock clock) {
        this.panels = panels;
        this.reviews = reviews;
        this.queries = queries;
        this.panel = panel;
        this.clock = clock;
    }

    /// Publishes a text or revises the current one. The same text once more changes nothing,
    /// whatever the reason.
    @Transactional
    public Published publish(
            UUID toolId, String criticKey, ReviewDraft draft, Preconditions preconditions, String author) {
        ReviewText text = draft.text();
        Panel locked = panels.lock(toolId).orElseThrow(ToolNotFound::new);
        Optional<Review> known = reviews.find(toolId, criticKey);
        Optional<Review> current = known.filter(Review::isCurrent);
        demand(preconditions, current);
        if (current.isPresent() && current.get().text().equals(text)) {
            return published(toolId, criticKey, false);
        }
        Instant now = now();
        Review next = known.map(review -> review.revised(text, now))
                .orElseGet(() -> Review.first(toolId, criticKey, text, now));
        reviews.saveRevision(next, draft.reason(), author);
        panel.settle(locked.raised(), now);
        log.info("event=review_published tool={} critic={} revision={}", toolId, criticKey, next.revision());
        return published(toolId, criticKey, current.isEmpty());
    }

    /// Read under the panel's lock: what was written, and nobody's later text.
    private Published published(UUID toolId, String criticKey, boolean isNew) {
        return new Published(queries.take(toolId, criticKey).orElseThrow(), isNew);
    }

    /// Takes the current review back; it can be published again. Withdrawing twice changes nothing.
    @Transactional
    public void withdraw(UUID toolId, String criticKey, Preconditions preconditions, String author) {
        Panel locked = panels.lock(toolId).orElseThrow(ToolNotFound::new);
        Review review = reviews.find(toolId, criticKey).orElseThrow(ReviewNotFound::new);
        demand(preconditions, Optional.of(review).filter(Review::isCurrent));
        if (!review.isCurrent()) {
            return;
        }
        Instant now = now();
        reviews.saveWithdrawal(review.withdrawn(now), author);
        panel.settle(locked.raised(), now);
        log.info("event=review_withdrawn tool={} critic={} revision={}", toolId, criticKey, review.revision());
    }

    private static void demand(Preconditions preconditions, Optional<Review> current) {
        if (!preconditions.hold(current.map(Review::revision).orElse(null))) {
            throw new StaleReview();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
