package dev.toolverdicts.vote.knowntool;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Every tool by its present and former addresses, in memory. Written by the tail's thread only.
public final class KnownTools {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 200;
    private static final int MOST_WAITING = 2_000;

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Map<UUID, KnownTool> tools = new ConcurrentHashMap<>();
    private final Map<String, KnownTool> bySlug = new ConcurrentHashMap<>();
    private final Map<String, KnownTool> byFormerSlug = new ConcurrentHashMap<>();
    private final Map<String, Sinks.One<KnownTool>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private final EventCodec codec;
    private final Duration patience;
    private final TopicTail tail;

    KnownTools(ConsumerFactory<String, byte[]> consumers, EventCodec codec, Duration patience) {
        this.codec = codec;
        this.patience = patience;
        tail = new TopicTail(consumers, "catalog.tool.v1", this::learn);
    }

    TopicTail tail() {
        return tail;
    }

    private void learn(ConsumerRecord<String, byte[]> state) {
        learn(codec.decode(state, KnownTool.class));
    }

    void learn(KnownTool tool) {
        KnownTool known = tools.get(tool.toolId());
        if (known != null && known.version() >= tool.version()) {
            return;
        }
        tools.put(tool.toolId(), tool);
        bySlug.put(tool.slug(), tool);
        tool.previousSlugs().forEach(former -> byFormerSlug.put(former, tool));
        // After the new address answers: a vote must find one of the two at any moment.
        if (known != null && !known.slug().equals(tool.slug())) {
            bySlug.computeIfPresent(known.slug(), (_, holder) -> holder.toolId().equals(tool.toolId()) ? null : holder);
        }
        tell(tool.slug(), tool);
        tool.previousSlugs().forEach(former -> tell(former, tool));
    }

    private void tell(String slug, KnownTool tool) {
        Sinks.One<KnownTool> sink = awaited.remove(slug);
        if (sink != null) {
            sink.emitValue(tool, Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    public Optional<KnownTool> find(UUID toolId) {
        return Optional.ofNullable(tools.get(toolId));
    }

    /// Whether every tool there was at the start is known.
    public boolean complete() {
        return tail.caughtUp();
    }

    /// Whether a tool that was there at this moment, give or take a minute, was taken down since.
    public boolean tookDownSince(Instant moment) {
        return tools.values().stream().anyMatch(tool -> {
            KnownTool.TakenDown why = tool.takenDown();
            return why != null
                    && why.since().isAfter(moment)
                    && !tool.createdAt().isAfter(moment.plus(GRACE));
        });
    }

    /// The tool with this address; none that was taken down.
    public Optional<KnownTool> find(String slug) {
        return Optional.ofNullable(lookUp(slug)).filter(tool -> tool.takenDown() == null);
    }

    private @Nullable KnownTool lookUp(String slug) {
        KnownTool present = bySlug.get(slug);
        return present == null ? byFormerSlug.get(slug) : present;
    }

    /// The tool with this address. One that the catalog has only just made may still be on its way: it is
    /// waited for, a bounded time and by a bounded number of callers.
    ///
    /// @return fails with [ToolNotFound] or [ToolTakenDown]; while the topic has not been read
    ///     to its end, with 503
    public Mono<KnownTool> resolve(String slug) {
        KnownTool found = lookUp(slug);
        return found == null ? Mono.defer(() -> arrival(slug)).flatMap(KnownTools::shown) : shown(found);
    }

    /// The same for who decides about votes: of a tool that was taken down too.
    public Mono<KnownTool> resolveAlsoTakenDown(String slug) {
        KnownTool found = lookUp(slug);
        return found == null ? Mono.defer(() -> arrival(slug)) : Mono.just(found);
    }

    private static Mono<KnownTool> shown(KnownTool tool) {
        KnownTool.TakenDown why = tool.takenDown();
        return why == null ? Mono.just(tool) : Mono.error(new ToolTakenDown(why));
    }

    private Mono<KnownTool> arrival(String slug) {
        if (slug.length() > LONGEST_SLUG || !SLUG.matcher(slug).matches()) {
            return Mono.error(new ToolNotFound());
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return unknown();
        }
        Sinks.One<KnownTool> sink = awaited.computeIfAbsent(slug, _ -> Sinks.one());
        KnownTool arrived = lookUp(slug);
        if (arrived != null) {
            tell(slug, arrived);
        }
        return sink.asMono().timeout(patience, Mono.defer(() -> late(slug))).doFinally(_ -> {
            waiting.decrementAndGet();
            if (sink.currentSubscriberCount() == 0) {
                awaited.remove(slug, sink);
            }
        });
    }

    /// Whoever shared a wait that was just being taken down was not told.
    private Mono<KnownTool> late(String slug) {
        KnownTool arrived = lookUp(slug);
        return arrived == null ? unknown() : Mono.just(arrived);
    }

    private Mono<KnownTool> unknown() {
        return Mono.error(tail.caughtUp() ? new ToolNotFound() : new ToolsNotYetKnown());
    }
}
