package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.newsletter.mail.TransactionalMail;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What subscribers follow.
@Service
public class FollowService {

    private static final Logger log = LoggerFactory.getLogger(FollowService.class);
    static final int MOST = 100;

    /// @param isNew false when it was there; its events are what was asked for last
    record Followed(Follow follow, boolean isNew) {}

    private final FollowRepository follows;
    private final WebhookRepository webhooks;
    private final TargetQueries targets;
    private final TransactionalMail mail;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    FollowService(
            FollowRepository follows,
            WebhookRepository webhooks,
            TargetQueries targets,
            TransactionalMail mail,
            Idempotency idempotency,
            Ids ids,
            Clock clock) {
        this.follows = follows;
        this.webhooks = webhooks;
        this.targets = targets;
        this.mail = mail;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asking again is no second follow. A key does more: repeated late, it brings back neither a
    /// follow that was ended since nor events that were changed.
    ///
    /// @param request null for one without a key
    @Transactional
    Followed follow(UUID subscriberId, FollowWish wish, @Nullable KeyedRequest request) {
        return idempotency.once(request, Followed.class, () -> follow(subscriberId, wish));
    }

    private Followed follow(UUID subscriberId, FollowWish wish) {
        if (!follows.lockIfConfirmed(subscriberId)) {
            throw new NotSubscribed();
        }
        Target target = targets.find(wish.kind(), wish.key())
                .orElseThrow(() -> InvalidInput.of("/target/key", "is no %s that is known".formatted(wish.kind())));
        UUID webhook = wish.webhookId();
        if (webhook != null && webhooks.find(subscriberId, webhook).isEmpty()) {
            throw InvalidInput.of("/webhookId", "is no webhook of yours");
        }
        Optional<Follow> there = follows.find(subscriberId, target, webhook);
        if (there.isPresent()) {
            follows.change(there.get().id(), wish.events());
            return new Followed(follows.one(subscriberId, there.get().id()).orElseThrow(), false);
        }
        if (follows.of(subscriberId).size() >= MOST) {
            throw new AlertLimit("follows", MOST);
        }
        var follow = new Follow(ids.next(), target.kind(), target.key(), wish.events(), webhook, now());
        follows.add(subscriberId, follow, target);
        log.info("event=followed subscriber={} kind={}", subscriberId, target.kind());
        return new Followed(follow, true);
    }

    @Transactional(readOnly = true)
    List<Follow> of(UUID subscriberId) {
        if (!follows.isConfirmed(subscriberId)) {
            throw new NotSubscribed();
        }
        return follows.of(subscriberId);
    }

    /// See [FollowRepository#words].
    Map<UUID, String> words(UUID subscriberId) {
        return follows.words(subscriberId);
    }

    /// Ends a follow, or all that come by mail, and with these the mails that wait to be sent. Doing it
    /// again does nothing.
    ///
    /// @param followId null for all that come by mail
    @Transactional
    public void unfollow(UUID subscriberId, @Nullable UUID followId) {
        follows.lock(subscriberId);
        int ended = follows.remove(subscriberId, followId);
        if (followId == null) {
            mail.forgetStanding(subscriberId);
        }
        log.info("event=unfollowed subscriber={} follows={}", subscriberId, ended);
    }

    /// Microseconds, as the database keeps them: what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
