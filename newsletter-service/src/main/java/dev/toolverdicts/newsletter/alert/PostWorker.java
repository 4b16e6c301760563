package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.mail.BackOff;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Posts what is due, some at the same time: a receiver that does not answer holds up no other for long.
@Component
class PostWorker {

    private static final Logger log = LoggerFactory.getLogger(PostWorker.class);
    private static final int AT_ONCE = 8;
    /// Longer than a call may take.
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    private final PostRepository posts;
    private final PostWriter writer;
    private final WebhookCall call;
    private final AlertSettings settings;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    PostWorker(PostRepository posts, PostWriter writer, WebhookCall call, AlertSettings settings, Clock clock) {
        this.posts = posts;
        this.writer = writer;
        this.call = call;
        this.settings = settings;
        this.clock = clock;
    }

    /// At a fixed rate, which runs on a thread of its own: all that is delayed shares one, and a
    /// receiver may be slow.
    @Scheduled(fixedRate = 1000)
    void postWhatIsDue() {
        if (busy.compareAndSet(false, true)) {
            try {
                postAll();
            } finally {
                busy.set(false);
            }
        }
    }

    private void postAll() {
        try {
            posts.dropOfWhoLeft(clock.instant());
            posts.dropOfToolsTakenDown(clock.instant());
            List<Post> due = posts.take(AT_ONCE, clock.instant(), LEASE);
            while (!due.isEmpty()) {
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    due.forEach(post -> threads.execute(() -> post(post)));
                }
                due = posts.take(AT_ONCE, clock.instant(), LEASE);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=webhooks_unavailable cause={}", away.getClass().getSimpleName());
        }
    }

    private void post(Post post) {
        String answer = answer(post);
        Instant now = clock.instant();
        boolean delivered = answer.startsWith("2");
        boolean givenUp = !delivered && now.isAfter(post.firstAttempt().plus(BackOff.GIVE_UP));
        Instant next = now.plus(BackOff.after(post.attempts(), FIRST_RETRY, ThreadLocalRandom.current()));
        try {
            posts.settle(post, delivered ? "delivered" : givenUp ? "failed" : "pending", next, answer, now);
        } catch (DataAccessException away) {
            log.warn("event=webhooks_unavailable cause={}", away.getClass().getSimpleName());
        }
        log.info(
                "event=webhook_posted webhook={} sequence={} attempts={} answer={}",
                post.webhookId(),
                post.sequence(),
                post.attempts(),
                answer);
    }

    /// The status, or a word of ours: what a stranger's server writes gets neither into a table
    /// nor into a log.
    private String answer(Post post) {
        try {
            String body = writer.body(post);
            return Integer.toString(call.post(
                    WebhookUrl.of(post.url(), settings.plainHttp()),
                    writer.headers(post, body, clock.instant()),
                    body));
        } catch (UnknownHostException e) {
            return "host not found or not public";
        } catch (SocketTimeoutException e) {
            return "no answer in time";
        } catch (IOException | IllegalArgumentException e) {
            return "no connection";
        }
    }
}
