package dev.toolverdicts.review.review;

import dev.toolverdicts.review.knowntool.ToolReleased;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Publishes panels again when something else than a review has changed what they tell. A crowd of
/// such changes of one tool is a trickle of events.
@Service
public class PanelRefreshService implements ToolReleased {

    private final PanelRefreshRepository refreshes;
    private final PanelRepository panels;
    private final PanelService panel;
    private final Clock clock;

    PanelRefreshService(PanelRefreshRepository refreshes, PanelRepository panels, PanelService panel, Clock clock) {
        this.refreshes = refreshes;
        this.panels = panels;
        this.panel = panel;
        this.clock = clock;
    }

    /// Asks for it, last in the transaction of the change.
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID toolId) {
        refreshes.save(toolId);
    }

    /// Its reviews may be due for another look now.
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void released(UUID toolId) {
        ask(toolId);
    }

    /// @return whether there was one to refresh
    @Transactional
    public boolean refreshNext() {
        Optional<UUID> next = refreshes.takeNext();
        next.flatMap(panels::lock)
                .ifPresent(
                        locked -> panel.settle(locked.raised(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return next.isPresent();
    }
}
