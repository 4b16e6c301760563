package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.review.critic.PanelRelabelled;
import dev.toolverdicts.review.knowntool.ToolsSeen;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens a panel for every tool, settles it after every change of its reviews, and publishes what it has become.
@Service
class PanelService implements ToolsSeen, PanelRelabelled, PublishedState {

    private final PanelRepository panels;
    private final ReviewQueries reviews;
    private final Outbox outbox;
    private final Clock clock;

    PanelService(PanelRepository panels, ReviewQueries reviews, Outbox outbox, Clock clock) {
        this.panels = panels;
        this.reviews = reviews;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Counts the reviews again and publishes the outcome. The panel comes from [PanelRepository#lock] in the same
    /// transaction, with its version raised.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Panel raised, Instant now) {
        List<Take> takes = reviews.takes(raised.toolId());
        Panel settled = raised.counting(takes, now);
        panels.save(settled);
        publish(settled, takes);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(UUID toolId, Instant at) {
        Panel panel = Panel.opened(toolId, at.truncatedTo(ChronoUnit.MILLIS));
        if (panels.open(panel)) {
            publish(panel, List.of());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void relabelled() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (UUID toolId : panels.toolIds()) {
            panels.lock(toolId).ifPresent(panel -> settle(panel.raised(), now));
        }
    }

    @Override
    public String topic() {
        return PanelState.TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return panels.versions();
    }

    @Override
    @Transactional
    public void append(Collection<String> toolIds) {
        toolIds.stream()
                .map(UUID::fromString)
                .sorted()
                .forEach(toolId -> panels.lock(toolId).ifPresent(panel -> publish(panel, reviews.takes(toolId))));
    }

    private void publish(Panel panel, List<Take> takes) {
        outbox.append(new Event(
                PanelState.TOPIC,
                panel.toolId().toString(),
                PanelState.TYPE,
                panel.version(),
                PanelState.of(panel, takes, reviews.critics())));
    }
}
