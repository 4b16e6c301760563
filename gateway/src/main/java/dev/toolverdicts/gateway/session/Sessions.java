package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Begins, finds, refreshes and ends sessions. Every method blocks.
final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /// A request takes a while to reach its service; a token that ends on the way is of no use there.
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    /// Of the idle time; a page of ten requests should not write ten times.
    private static final int SEEN_SHARE = 20;

    private static final int TURNS = 64;

    /// For somebody else's refresh: longer than a provider may take that has not been asked before.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SessionSettings settings;
    private final SessionSchema schema;
    private final SessionRepository rows;
    private final TransactionOperations transactions;
    private final Seal seal;
    private final Provider provider;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    Sessions(
            SessionSettings settings,
            SessionSchema schema,
            SessionRepository rows,
            TransactionOperations transactions,
            Seal seal,
            Provider provider,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.schema = schema;
        this.rows = rows;
        this.transactions = transactions;
        this.seal = seal;
        this.provider = provider;
        this.json = json;
        this.clock = clock;
    }

    /// Under an id that nobody has seen before, whatever the browser came with; what it came with ends.
    SessionId begin(Session session, @Nullable SessionId before) {
        schema.make();
        SessionId id = SessionId.fresh();
        Instant now = clock.instant();
        rows.deleteEnded(now.minus(settings.absolute()), now.minus(settings.idle()));
        if (before != null) {
            rows.delete(before.hash());
        }
        rows.insert(id.hash(), sealed(session, id), now);
        log.info("event=signed_in subject={}", session.subject());
        return id;
    }

    /// With an access token that is good. Empty when there is none or it has ended.
    Optional<Session> find(SessionId id) {
        Instant now = clock.instant();
        Optional<Session> found = known(id, now);
        return found.isPresent() && isDue(found.get(), now) ? refreshed(id, found.get(), now) : found;
    }

    /// With whatever access token it has. The desk needs none, and who signs out there must get away
    /// without the provider.
    Optional<Session> known(SessionId id) {
        return known(id, clock.instant());
    }

    private Optional<Session> known(SessionId id, Instant now) {
        schema.make();
        SessionRow row = rows.find(id.hash())
                .filter(found -> !settings.ended(found, now))
                .orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        Session session = opened(row, id);
        if (session != null
                && row.lastSeenAt().isBefore(now.minus(settings.idle().dividedBy(SEEN_SHARE)))) {
            rows.seen(id.hash(), now);
        }
        return Optional.ofNullable(session);
    }

    void end(SessionId id, Session session) {
        rows.delete(id.hash());
        log.info("event=signed_out subject={}", session.subject());
    }

    private boolean isDue(Session session, Instant now) {
        return session.accessEndsAt().isBefore(now.plus(settings.refreshBefore()));
    }

    /// Of all requests and copies at once only one may use a refresh token: many providers take the
    /// second use for theft and end everything. Whoever has the row's lock does; the others go on with
    /// the old access token while it is good, else they wait for the new one. Those of this copy wait
    /// before they ask for the row, or a slow provider would leave no connection for anybody else.
    private Optional<Session> refreshed(SessionId id, Session known, Instant now) {
        boolean good = isGood(known, now);
        ReentrantLock turn = turns[Math.floorMod(id.hashCode(), TURNS)];
        if (!isTaken(turn, good)) {
            if (good) {
                return Optional.of(known);
            }
            throw new Refusal(Problem.unavailable());
        }
        try {
            return inTurn(id, known, now);
        } finally {
            turn.unlock();
        }
    }

    private static boolean isTaken(ReentrantLock turn, boolean atOnce) {
        try {
            return atOnce ? turn.tryLock() : turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Session> inTurn(SessionId id, Session known, Instant now) {
        Optional<Session> result = transactions.execute(_ -> {
            SessionRow row = rows.lock(id.hash(), !isGood(known, now)).orElse(null);
            if (row == null) {
                return isGood(known, now) ? Optional.of(known) : Optional.empty();
            }
            Session newest = opened(row, id);
            return newest == null || !isDue(newest, now) ? Optional.ofNullable(newest) : renewed(id, newest, now);
        });
        return result == null ? Optional.empty() : result;
    }

    private Optional<Session> renewed(SessionId id, Session session, Instant now) {
        String refreshToken = session.refreshToken();
        if (refreshToken == null && isGood(session, now)) {
            return Optional.of(session);
        }
        try {
            Optional<Session> next = refreshToken == null ? Optional.empty() : provider.refresh(session, refreshToken);
            if (next.isPresent()) {
                rows.replace(id.hash(), sealed(next.get(), id));
            } else {
                rows.delete(id.hash());
                log.info("event=session_not_refreshed subject={}", session.subject());
            }
            return next;
        } catch (Refusal unreachable) {
            if (isGood(session, now)) {
                return Optional.of(session);
            }
            throw unreachable;
        }
    }

    private static boolean isGood(Session session, Instant now) {
        return session.accessEndsAt().isAfter(now.plus(ON_THE_WAY));
    }

    private byte[] sealed(Session session, SessionId id) {
        return seal.seal(json.writeValueAsBytes(session), id.hash());
    }

    /// Null for what another key has sealed or another version has written: it cannot count here.
    private @Nullable Session opened(SessionRow row, SessionId id) {
        byte[] content = seal.open(row.content(), id.hash());
        try {
            if (content != null) {
                return json.readValue(content, Session.class);
            }
        } catch (JacksonException _) {
            // Told below.
        }
        log.warn("event=session_not_opened");
        return null;
    }
}
