package dev.toolverdicts.vote.duel;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.turn.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps each category's ranks in step with its duels, and publishes what changed.
public final class DuelRanks implements PublishedState {

    static final String TOPIC = "vote.duel-rank.v1";
    static final String TYPE = "dev.toolverdicts.duel-rank.state";

    private final DuelRankRepository ranks;
    private final DuelQueries duels;
    private final KnownTools tools;
    private final DuelRanking ranking;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    DuelRanks(
            DuelRankRepository ranks,
            DuelQueries duels,
            KnownTools tools,
            RankingSettings settings,
            Outbox outbox,
            TransactionTemplate transactions) {
        this.ranks = ranks;
        this.duels = duels;
        this.tools = tools;
        this.ranking = new DuelRanking(
                settings, tool -> tools.find(tool).map(KnownTool::slug).orElseThrow());
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /// Computes all ranks. One copy at a time; another one's turn is skipped.
    ///
    /// @return whether it was this copy's turn
    public boolean refresh(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        return Boolean.TRUE.equals(transactions.execute(_ -> ranks.tryTurn() && compute(now)));
    }

    private boolean compute(Instant now) {
        Map<String, List<DuelState>> due = byCategory();
        Map<String, DuelRankState> before =
                ranks.all().stream().collect(Collectors.toMap(DuelRankState::categoryKey, Function.identity()));
        // One whose last duel is gone has no rank any more, and says so.
        before.keySet().forEach(category -> due.putIfAbsent(category, List.of()));
        due.forEach((category, pairs) ->
                update(Optional.ofNullable(before.get(category)), ranking.of(category, pairs, now), now));
        return true;
    }

    /// Tools that have no place among others, or that are of different categories, rank nowhere.
    private Map<String, List<DuelState>> byCategory() {
        var pairs = new HashMap<String, List<DuelState>>();
        for (DuelState pair : duels.all()) {
            Optional<String> category = category(pair.toolA());
            if (category.isPresent() && category.equals(category(pair.toolB()))) {
                pairs.computeIfAbsent(category.get(), _ -> new ArrayList<>()).add(pair);
            }
        }
        return pairs;
    }

    private Optional<String> category(UUID tool) {
        return tools.find(tool)
                .filter(KnownTool::contends)
                .map(it -> it.category().key());
    }

    private void update(Optional<DuelRankState> before, DuelRankState after, Instant now) {
        if (before.filter(after::saysTheSame).isEmpty()) {
            DuelRankState next = after.withVersion(
                    Versions.after(before.map(DuelRankState::version).orElse(0L), now));
            ranks.save(next);
            outbox.append(event(next));
        }
    }

    private static Event event(DuelRankState state) {
        return new Event(TOPIC, state.categoryKey(), TYPE, state.version(), state);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return ranks.versions();
    }

    @Override
    public void append(Collection<String> keys) {
        transactions.executeWithoutResult(_ -> {
            ranks.awaitTurn();
            ranks.find(keys).stream().map(DuelRanks::event).forEach(outbox::append);
        });
    }
}
