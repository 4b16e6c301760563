package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.platform.messaging.PublishedState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps every board in step with the counted votes, closes it when its window is over, and publishes what changed.
public final class Leaderboards implements PublishedState {

    static final String TOPIC = "vote.leaderboard.v1";
    private static final String TYPE = "dev.toolverdicts.leaderboard.state";
    private static final Logger log = LoggerFactory.getLogger(Leaderboards.class);

    private final LeaderboardRepository boards;
    private final PublishedBoards published;
    private final StandingQueries queries;
    private final Standings standings;
    private final Closing closing;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final RankingSettings settings;
    private volatile LocalDate lookedBack = LocalDate.EPOCH;

    Leaderboards(
            LeaderboardRepository boards,
            PublishedBoards published,
            StandingQueries queries,
            Standings standings,
            Closing closing,
            Outbox outbox,
            TransactionTemplate transactions,
            RankingSettings settings) {
        this.boards = boards;
        this.published = published;
        this.queries = queries;
        this.standings = standings;
        this.closing = closing;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
    }

    /// Takes over what the log knows and this database does not, because it is a new one or was restored to an earlier
    /// moment. Boards that are final would come out differently now, and versions must go on.
    public void restore() {
        Collection<LeaderboardState> later = published.laterThan(boards.versions());
        if (!later.isEmpty()) {
            transactions.executeWithoutResult(_ -> {
                boards.awaitTurn();
                later.forEach(boards::restore);
            });
            log.info("leaderboards restored from the log boards={}", later.size());
        }
    }

    /// Computes every board that is not final. One copy at a time; another one's turn is skipped.
    ///
    /// @return whether it was this copy's turn
    public boolean refresh(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        return Boolean.TRUE.equals(transactions.execute(_ -> boards.tryTurn() && compute(now)));
    }

    private boolean compute(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        reopen(boards.takeRuledDays(), now);
        var due = new HashMap<String, Window>();
        Stream.concat(
                        Window.with(today).stream(),
                        Stream.of(Period.ALL, Period.TRENDING).map(Window::all))
                .forEach(window -> due.put(window.boardKey(), window));
        if (!today.equals(lookedBack)) {
            forgotten(today).forEach(window -> due.put(window.boardKey(), window));
        }
        Map<String, LeaderboardRepository.Stored> stored = stored(due.keySet());
        stored.values().forEach(it -> due.put(it.board().boardKey(), window(it.board())));
        due.forEach((key, window) -> update(window, stored.get(key), now));
        lookedBack = today;
        return true;
    }

    /// Windows with votes that nobody made a board of: the service was away when they were open.
    private List<Window> forgotten(LocalDate today) {
        Set<String> known = boards.keys();
        return queries.daysBefore(today).stream()
                .flatMap(day -> Window.with(day).stream())
                .filter(window -> !known.contains(window.boardKey()))
                .toList();
    }

    private Map<String, LeaderboardRepository.Stored> stored(Collection<String> keys) {
        return Stream.concat(boards.find(keys).stream(), boards.unfinished().stream())
                .collect(Collectors.toMap(it -> it.board().boardKey(), it -> it, (one, _) -> one));
    }

    private static Window window(LeaderboardState board) {
        Instant from = board.windowFrom();
        Period period = Period.valueOf(board.period().toUpperCase(Locale.ROOT));
        return from == null
                ? Window.all(period)
                : Window.of(period, from.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private void reopen(Map<LocalDate, Instant> days, Instant now) {
        var ruledAt = new HashMap<String, Instant>();
        days.forEach((day, at) -> Window.with(day)
                .forEach(window ->
                        ruledAt.merge(window.boardKey(), at, (one, other) -> one.isAfter(other) ? one : other)));
        for (LeaderboardRepository.Stored stored : boards.find(ruledAt.keySet())) {
            LeaderboardState board = stored.board();
            Instant ruled = ruledAt.getOrDefault(board.boardKey(), now);
            if (!board.state().equals(LeaderboardState.OPEN) && !stored.wasClosedWith(ruled, settings.closesAfter())) {
                log.info("leaderboard reopened board={}", board.boardKey());
                publish(closing.reopened(board, now), now);
            }
        }
    }

    private void update(Window window, LeaderboardRepository.@Nullable Stored stored, Instant now) {
        LeaderboardState before = stored == null ? null : stored.board();
        if (before != null && before.isClosed()) {
            return;
        }
        Instant reopenedAt = stored == null ? null : stored.reopenedAt();
        LeaderboardState after = closing.next(window, before, reopenedAt, standings.of(window, now), now);
        if (before == null || !after.saysTheSame(before) || scoresAreOld(before, after)) {
            publish(after.withVersion(before == null ? 1 : before.version() + 1), reopenedAt);
        }
    }

    private boolean scoresAreOld(LeaderboardState before, LeaderboardState after) {
        return !after.rows().equals(before.rows())
                && !after.updatedAt().isBefore(before.updatedAt().plus(settings.scoresEvery()));
    }

    private void publish(LeaderboardState board, @Nullable Instant reopenedAt) {
        boards.save(board, board.isClosed() ? null : reopenedAt);
        outbox.append(new Event(TOPIC, board.boardKey(), TYPE, board.version(), board));
        if (board.isClosed()) {
            log.info("leaderboard closed board={} ranked={}", board.boardKey(), board.ranked());
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Map<String, Long> versions() {
        return boards.versions();
    }

    @Override
    public void append(Collection<String> keys) {
        transactions.executeWithoutResult(_ -> {
            boards.awaitTurn();
            boards.find(keys)
                    .forEach(stored -> outbox.append(new Event(
                            TOPIC,
                            stored.board().boardKey(),
                            TYPE,
                            stored.board().version(),
                            stored.board())));
        });
    }
}
