package dev.toolverdicts.vote.voice;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Sums up at its own pace, however fast votes come.
final class VoiceRefresh {

    private static final Logger log = LoggerFactory.getLogger(VoiceRefresh.class);

    private final VoiceSums sums;
    private final VoiceSettings settings;
    private final Clock clock;
    private Instant nextSweep = Instant.EPOCH;

    VoiceRefresh(VoiceSums sums, VoiceSettings settings, Clock clock) {
        this.sums = sums;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vote.voice.refresh-every}")
    void refresh() {
        Instant now = clock.instant();
        boolean all = !now.isBefore(nextSweep);
        try {
            var _ = sums.refresh(now, all);
            if (all) {
                nextSweep = now.plus(settings.sweepEvery());
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("voices not summed up, trying again cause={}", e.toString());
        }
    }
}
