package dev.toolverdicts.newsletter.bounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.toolverdicts.newsletter.alert.FollowService;
import dev.toolverdicts.newsletter.bounce.ReportRepository.Subject;
import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.OperationAudit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws the consequences of what comes back.
@Service
class ReportService {

    private static final Logger log = LoggerFactory.getLogger(ReportService.class);
    private static final Duration SOFT_WINDOW = Duration.ofDays(30);
    private static final int SOFT_LIMIT = 3;
    private static final Duration COMPLAINT_WINDOW = Duration.ofDays(7);
    private static final int EXCERPT = 4000;
    private static final String BREAKER = "complaint-breaker";

    private final ReportReader reader;
    private final ReportRepository reports;
    private final MoveService moves;
    private final FollowService follows;
    private final OperationAudit audit;
    private final Clock clock;

    ReportService(
            ReportReader reader,
            ReportRepository reports,
            MoveService moves,
            FollowService follows,
            OperationAudit audit,
            Clock clock) {
        this.reader = reader;
        this.reports = reports;
        this.moves = moves;
        this.follows = follows;
        this.audit = audit;
        this.clock = clock;
    }

    /// The same for one that an editor hands in, who is noted.
    @Transactional
    ReportKind takeFrom(String editor, byte[] raw) {
        ReportKind kind = take(raw);
        audit.note(new Act(editor, "handed in by an editor"), "report", "report:" + kind.key(), null);
        return kind;
    }

    /// Understands a message that came back, and does what follows from it.
    ///
    /// @param raw the message as it came
    /// @return what it was taken for
    @Transactional
    ReportKind take(byte[] raw) {
        Instant now = clock.instant();
        Report report = reader.read(raw);
        Optional<Subject> subject = report.isCertain() ? report.origin().flatMap(this::subject) : Optional.empty();
        String excerpt = subject.isPresent()
                ? null
                : new String(raw, 0, Math.min(raw.length, EXCERPT), ISO_8859_1).replace("\0", "");
        boolean isNew = reports.add(report, subject.orElse(null), excerpt, now);
        if (isNew && subject.isPresent()) {
            act(report.kind(), subject.get(), now);
        }
        ReportKind kind = subject.isPresent() ? report.kind() : ReportKind.UNKNOWN;
        log.info("event=report_received kind={} new={}", kind.key(), isNew);
        return kind;
    }

    private Optional<Subject> subject(Origin origin) {
        return switch (origin) {
            case Origin.Row(long number) -> reports.subject(number);
            case Origin.Standing(UUID subscriberId) -> reports.subject(subscriberId);
        };
    }

    private void act(ReportKind kind, Subject subject, Instant now) {
        switch (kind) {
            case HARD -> reports.suppress(subject.subscriberId(), "hard_bounce");
            case SOFT -> {
                if (reports.softBouncesSince(subject.subscriberId(), now.minus(SOFT_WINDOW)) >= SOFT_LIMIT) {
                    reports.suppress(subject.subscriberId(), "soft_bounces");
                }
            }
            case COMPLAINT -> {
                reports.suppress(subject.subscriberId(), "complaint");
                breakIfTooMany(subject.issueId(), now);
            }
            case UNSUBSCRIBE -> end(subject, now);
            case DELAYED, UNKNOWN -> {
                // noted, no more
            }
        }
    }

    /// What the one-click link of the same mail ends: of an issue the subscription, of an alert all
    /// that come by mail.
    private void end(Subject subject, Instant now) {
        UUID issue = subject.issueId();
        if (issue == null) {
            follows.unfollow(subject.subscriberId(), null);
        } else {
            reports.unsubscribe(subject.subscriberId(), issue, now);
        }
    }

    private void breakIfTooMany(@Nullable UUID issue, Instant now) {
        if (issue == null) {
            return;
        }
        Complaints complaints = reports.complaints(issue, now.minus(COMPLAINT_WINDOW));
        if (complaints.isTooMany()) {
            var _ = moves.pauseIfSending(issue, BREAKER);
        }
        if (complaints.isWorrying()) {
            log.warn(
                    "event=complaints issue={} complaints={} delivered={}",
                    issue,
                    complaints.complaints(),
                    complaints.delivered());
        }
    }
}
