package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.InvalidInput;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class WebhookService {

    private static final Logger log = LoggerFactory.getLogger(WebhookService.class);
    static final int MOST = 5;

    /// @param isNew false when there was one with that address
    record Added(Webhook webhook, boolean isNew) {}

    private final WebhookRepository webhooks;
    private final PostRepository posts;
    private final FollowRepository follows;
    private final PublicAddresses addresses;
    private final AlertSettings settings;
    private final Idempotency idempotency;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            PostRepository posts,
            FollowRepository follows,
            PublicAddresses addresses,
            AlertSettings settings,
            Idempotency idempotency,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.posts = posts;
        this.follows = follows;
        this.addresses = addresses;
        this.settings = settings;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// The name is looked up first: no transaction waits for a name server.
    ///
    /// @param request null for one without a key
    Added add(UUID subscriberId, String url, @Nullable KeyedRequest request) {
        return idempotency.earlier(request, Added.class).orElseGet(() -> {
            check(url);
            return once(request, Added.class, () -> added(subscriberId, url));
        });
    }

    private <T> T once(@Nullable KeyedRequest request, Class<T> type, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> idempotency.once(request, type, work)));
    }

    private Added added(UUID subscriberId, String url) {
        if (!follows.lockIfConfirmed(subscriberId)) {
            throw new NotSubscribed();
        }
        Optional<Webhook> there = webhooks.find(subscriberId, url);
        if (there.isPresent()) {
            return new Added(there.get(), false);
        }
        if (webhooks.of(subscriberId).size() >= MOST) {
            throw new AlertLimit("webhooks", MOST);
        }
        var webhook = new Webhook(ids.next(), url, now());
        webhooks.add(subscriberId, webhook);
        log.info("event=webhook_added subscriber={} webhook={}", subscriberId, webhook.id());
        return new Added(webhook, true);
    }

    List<Webhook> of(UUID subscriberId) {
        return webhooks.of(subscriberId);
    }

    /// How often its secret was changed.
    int secretNumber(UUID webhookId) {
        return webhooks.secretNumber(webhookId);
    }

    /// Another secret, once a day: doing it again within that day changes nothing.
    ///
    /// @return the webhook; empty when there is none
    Optional<Webhook> changeSecret(UUID subscriberId, UUID webhookId) {
        Instant now = now();
        if (webhooks.changeSecret(subscriberId, webhookId, now, now.minus(WebhookSecrets.BOTH))) {
            log.info("event=webhook_secret_changed subscriber={} webhook={}", subscriberId, webhookId);
        }
        return webhooks.find(subscriberId, webhookId);
    }

    void remove(UUID subscriberId, UUID webhookId) {
        webhooks.remove(subscriberId, webhookId);
    }

    /// @return empty when there is no such webhook
    Optional<List<PostRepository.Row>> deliveries(UUID subscriberId, UUID webhookId, long after, int most) {
        return webhooks.find(subscriberId, webhookId).map(webhook -> posts.after(webhook.id(), after, most));
    }

    /// @return empty when there is no such webhook
    Optional<List<Post>> events(UUID subscriberId, UUID webhookId, long after, int most) {
        return webhooks.find(subscriberId, webhookId).map(webhook -> posts.events(webhook.id(), after, most));
    }

    /// @param request null for one without a key
    /// @return how many are delivered again; empty when there is no such webhook
    Optional<Integer> replay(UUID subscriberId, UUID webhookId, long after, @Nullable KeyedRequest request) {
        return idempotency
                .earlier(request, Integer.class)
                .or(() -> webhooks.find(subscriberId, webhookId)
                        .map(webhook -> once(request, Integer.class, () -> replay(webhook, after))));
    }

    private int replay(Webhook webhook, long after) {
        int again = posts.replay(webhook.id(), after, clock.instant());
        log.info("event=webhook_replayed webhook={} after={} deliveries={}", webhook.id(), after, again);
        return again;
    }

    /// Microseconds, as the database keeps them: what is answered is what is stored.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void check(String url) {
        try {
            var _ = addresses.of(WebhookUrl.of(url, settings.plainHttp()).host());
        } catch (UnknownHostException unknown) {
            throw fault("must lead to a host of the public internet");
        } catch (IllegalArgumentException wrong) {
            throw fault(String.valueOf(wrong.getMessage()));
        }
    }

    private static InvalidInput fault(String detail) {
        return InvalidInput.of("/url", detail);
    }
}
