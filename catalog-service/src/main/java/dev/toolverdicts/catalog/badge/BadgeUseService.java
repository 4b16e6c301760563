package dev.toolverdicts.catalog.badge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a note each minute. What a copy has not noted when it ends, or cannot note, is lost: a badge
/// does not wait for its count, and caches on the way make it a least number anyway.
@Service
class BadgeUseService {

    private static final int DAYS = 400;

    private final BadgeUses uses;
    private final BadgeUseRepository badges;
    private final Clock clock;

    BadgeUseService(BadgeUses uses, BadgeUseRepository badges, Clock clock) {
        this.uses = uses;
        this.badges = badges;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void takeNote() {
        Map<String, BadgeUse> taken = uses.take();
        if (!taken.isEmpty()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            badges.add(taken, today);
            badges.forgetBefore(today.minusDays(DAYS));
        }
    }
}
