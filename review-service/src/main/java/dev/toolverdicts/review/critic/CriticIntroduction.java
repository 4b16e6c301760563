package dev.toolverdicts.review.critic;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Introduces the critics at start, before listeners run and requests are answered: no panel is ever published
/// without its critics.
@Component
class CriticIntroduction implements SmartLifecycle {

    private static final int BEFORE_MESSAGING_AND_WEB = 0;

    private final CriticService critics;
    private final JsonMapper json;
    private volatile boolean running;

    CriticIntroduction(CriticService critics, JsonMapper json) {
        this.critics = critics;
        this.json = json;
    }

    @Override
    public void start() {
        critics.introduce(personas(json));
        running = true;
    }

    static List<Persona> personas(JsonMapper json) {
        try (InputStream reference = new ClassPathResource("reference/critics.json").getInputStream()) {
            return json.readValue(reference, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("the critics' reference data cannot be read", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_MESSAGING_AND_WEB;
    }
}
