package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SubscriberService {

    private static final Logger log = LoggerFactory.getLogger(SubscriberService.class);

    private final SubscriberRepository subscribers;
    private final RequestKeyRepository keys;
    private final Ids ids;
    private final Clock clock;

    SubscriberService(SubscriberRepository subscribers, RequestKeyRepository keys, Ids ids, Clock clock) {
        this.subscribers = subscribers;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /// Notes the wish. Tells nobody whether the address was known.
    @Transactional
    void request(Subscription subscription, @Nullable RequestKey key) {
        Instant now = clock.instant();
        switch (key == null ? RequestKeyRepository.Seen.NEVER : keys.take(key, now)) {
            case NEVER -> {
                subscribers.request(ids.next(), subscription, now);
                log.info("event=subscription_requested source={}", subscription.source());
            }
            case WITH_THIS_BODY -> log.info("event=subscription_repeated");
            case WITH_ANOTHER_BODY -> throw new KeyReused();
        }
    }
}
