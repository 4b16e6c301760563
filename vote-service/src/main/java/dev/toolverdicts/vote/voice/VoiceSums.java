package dev.toolverdicts.vote.voice;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.vote.ranking.RankingSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what is public of each tool in step with its votes and what is said with them, and
/// publishes what changed. Counting knows nothing of it and pays nothing for it.
public final class VoiceSums implements PublishedState {

    static final String TOPIC = "vote.voice.v1";
    static final String TYPE = "dev.toolverdicts.voice.state";

    private final ToolVoiceRepository tools;
    private final VoiceRepository voices;
    private final VoiceQueries queries;
    private final VoiceSettings settings;
    private final RankingSettings ranking;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    VoiceSums(
            ToolVoiceRepository tools,
            VoiceRepository voices,
            VoiceQueries queries,
            VoiceSettings settings,
            RankingSettings ranking,
            Outbox outbox,
            TransactionTemplate transactions) {
        this.tools = tools;
        this.voices = voices;
        this.queries = queries;
        this.settings = settings;
        this.ranking = ranking;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /// Sums up what has changed. One copy at a time; another one's turn is skipped.
    ///
    /// @param all also what nothing says has changed
    /// @return whether it was this copy's turn
    public boolean refresh(Instant at, boolean all) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!tools.tryTurn()) {
                return false;
            }
            sum(all ? tools.takeAll() : tools.takeDue(settings.atOnce()), now);
            return true;
        }));
    }

    private void sum(List<UUID> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        voices.removeOfWithdrawn(due);
        voices.removeReasonsOfTurned(due);
        Map<UUID, VoiceState> before = tools.find(due);
        Map<UUID, List<VoiceState.OfRole>> roles = queries.splits(due, ranking.z());
        Map<UUID, List<VoiceState.Reason>> reasons = queries.reasons(due, settings.reasons());
        for (UUID tool : due) {
            var after = new VoiceState(
                    tool, 0, roles.getOrDefault(tool, List.of()), reasons.getOrDefault(tool, List.of()), now);
            update(before.getOrDefault(tool, VoiceState.none(tool, now)), after);
        }
    }

    private void update(VoiceState before, VoiceState after) {
        if (!after.saysTheSame(before)) {
            VoiceState next = after.after(before);
            tools.save(next);
            outbox.append(event(next));
        }
    }

    private static Event event(VoiceState state) {
        return new Event(TOPIC, state.toolId().toString(), TYPE, state.version(), state);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return tools.versions();
    }

    @Override
    public void append(Collection<String> keys) {
        transactions.executeWithoutResult(_ -> {
            tools.awaitTurn();
            tools.find(keys.stream().map(UUID::fromString).toList()).values().stream()
                    .map(VoiceSums::event)
                    .forEach(outbox::append);
        });
    }
}
