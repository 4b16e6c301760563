package dev.toolverdicts.newsletter.dispatch;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Takes back what workers that died have left, at the start and thirty times in a lease. Any copy may do it for all.
@Component
class LeaseSweeper implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(LeaseSweeper.class);

    private final LeaseRepository leases;
    private final DispatchSettings settings;
    private final Clock clock;

    LeaseSweeper(LeaseRepository leases, DispatchSettings settings, Clock clock) {
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(this::sweep, settings.lease().dividedBy(30));
    }

    void sweep() {
        try {
            int rows = leases.sweep(settings.lease(), clock.instant());
            if (rows > 0) {
                log.warn("event=leases_ended rows={}", rows);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=sweep_unavailable cause={}", away.getClass().getSimpleName());
        }
    }
}
