package dev.toolverdicts.vote.count;

import static java.util.Objects.requireNonNull;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.vote.ranking.RankingSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes tallies: each as soon as it changes, but not again within a quarter of a second, and its
/// last state always.
final class TallyPublisher implements PublishedState {

    private static final String TOPIC = "vote.tally.v1";
    private static final int NOTHING_DONE = -1;
    private static final String TYPE = "dev.toolverdicts.tally.state";

    private final TallyQueries tallies;
    private final PublishedTallyRepository published;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final CountSettings settings;
    private final RankingSettings ranking;
    private final Clock clock;
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final TallyTraces traces = new TallyTraces();
    private final Semaphore news = new Semaphore(0);

    TallyPublisher(
            TallyQueries tallies,
            PublishedTallyRepository published,
            Outbox outbox,
            TransactionTemplate transactions,
            CountSettings settings,
            RankingSettings ranking,
            Clock clock) {
        this.tallies = tallies;
        this.published = published;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.ranking = ranking;
        this.clock = clock;
    }

    void changed(Collection<UUID> tools) {
        traces.noteThoseOfThisBatch(() -> changed.addAll(tools));
        news.release();
    }

    void awaitChange(Duration atMost) throws InterruptedException {
        var _ = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    /// Finds what nobody has told: another copy counted it and died, or this one did and was restarted.
    void sweep() {
        changed.addAll(tallies.unpublished());
    }

    /// Publishes every changed tally that is due.
    ///
    /// @return how many
    int publishDue() {
        return publishDue(clock.instant().minus(settings.publishEvery()));
    }

    /// Publishes everything now, however recently it was published: the service is about to stop.
    void publishAll() {
        var _ = publishDue(clock.instant().plus(Duration.ofDays(1)));
    }

    /// Whether some are left for later: they are not due yet, or another copy publishes.
    boolean hasMore() {
        return !changed.isEmpty();
    }

    private int publishDue(Instant publishedBefore) {
        List<UUID> taken = new ArrayList<>(changed);
        if (taken.isEmpty()) {
            return 0;
        }
        // Before reading: what changes meanwhile is told again and stays.
        taken.forEach(changed::remove);
        int told = NOTHING_DONE;
        try {
            told = requireNonNull(
                    transactions.execute(_ -> published.tryTurn() ? append(taken, publishedBefore) : NOTHING_DONE));
        } finally {
            if (told == NOTHING_DONE) {
                changed.addAll(taken);
            }
        }
        return Math.max(told, 0);
    }

    private int append(List<UUID> tools, Instant publishedBefore) {
        List<Tally> due = tallies.due(tools, publishedBefore);
        append(due);
        changed.addAll(tallies.unpublished(tools));
        traces.forgetAllBut(changed);
        return due.size();
    }

    private void append(List<Tally> states) {
        if (states.isEmpty()) {
            return;
        }
        outbox.append(states.stream().map(this::event).toList());
        published.published(states, clock.instant());
    }

    private Event event(Tally tally) {
        TallyState state = TallyState.of(tally, ranking.z());
        return new Event(TOPIC, state.toolId().toString(), TYPE, state.version(), state, traces.take(state.toolId()));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /// What must be on the topic; what was never published is not missing there.
    @Override
    public Map<String, Long> versions() {
        return published.versions();
    }

    @Override
    public void append(Collection<String> keys) {
        transactions.executeWithoutResult(_ -> {
            published.awaitTurn();
            append(tallies.find(keys.stream().map(UUID::fromString).toList()));
        });
    }
}
