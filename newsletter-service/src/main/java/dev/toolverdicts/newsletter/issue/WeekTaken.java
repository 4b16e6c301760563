package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The week has its one issue, and it is no draft any more.
final class WeekTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    WeekTaken(Issue existing) {
        super(
                HttpStatus.CONFLICT,
                "week-taken",
                "Week taken",
                "%s has its one issue already; it is %s.".formatted(existing.isoWeek(), existing.status()));
        getBody().setProperty("existing", "/api/v1/newsletter/issues/" + existing.id());
    }
}
