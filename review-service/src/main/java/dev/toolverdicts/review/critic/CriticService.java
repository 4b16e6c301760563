package dev.toolverdicts.review.critic;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings the table in step with the reference data and publishes every critic that changed.
@Service
class CriticService implements PublishedState {

    private static final Logger log = LoggerFactory.getLogger(CriticService.class);

    private final CriticRepository critics;
    private final PanelRelabelled panels;
    private final Outbox outbox;
    private final Clock clock;

    CriticService(CriticRepository critics, PanelRelabelled panels, Outbox outbox, Clock clock) {
        this.critics = critics;
        this.panels = panels;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void introduce(List<Persona> personas) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean relabelled = false;
        for (int i = 0; i < personas.size(); i++) {
            Persona persona = personas.get(i);
            Optional<CriticRepository.Saved> saved = critics.save(persona, i + 1, AuthorKind.AI_PERSONA, now);
            if (saved.isPresent()) {
                relabelled |= saved.get().relabelled();
                append(persona.key());
                log.info(
                        "event=critic_introduced critic={} version={}",
                        persona.key(),
                        saved.get().version());
            }
        }
        if (relabelled) {
            panels.relabelled();
        }
    }

    @Override
    public String topic() {
        return CriticState.TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return critics.versions();
    }

    @Override
    @Transactional
    public void append(Collection<String> keys) {
        keys.stream().sorted().forEach(this::append);
    }

    private void append(String key) {
        critics.lock(key)
                .ifPresent(state ->
                        outbox.append(new Event(CriticState.TOPIC, key, CriticState.TYPE, state.version(), state)));
    }
}
