package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Builds projections anew from the log while the present ones serve: into tables beside them, to a
/// common position, and then in their place, in one transaction.
///
/// A rebuild that dies leaves the live tables untouched; what it leaves beside them goes with
/// the next start or with [#abandon]. Several copies share one row per projection, so only one
/// of them rebuilds it at a time.
public final class Rebuilds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private record Running(UUID run, Projection projection, Rebuild rebuild, Thread thread) {}

    private final Map<String, Projection> projections;
    private final RebuildSite site;
    private final Ids ids;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean up;

    Rebuilds(List<Projection> projections, RebuildSite site, Ids ids) {
        this.projections =
                projections.stream().collect(Collectors.toUnmodifiableMap(Projection::name, Function.identity()));
        this.site = site;
        this.ids = ids;
    }

    public boolean knows(String projection) {
        return projections.containsKey(projection);
    }

    public Set<String> names() {
        return projections.keySet();
    }

    /// Begins a rebuild and returns at once. The audit has it when it has begun.
    ///
    /// @return false when one is at work, in this copy or another
    public boolean start(String projection, Act act) {
        Projection known = known(projection);
        UUID run = ids.next();
        if (!site.begin(run, known, act)) {
            return false;
        }
        log.info("rebuild begins projection={}", projection);
        var rebuild = new Rebuild(run, known, site);
        running.put(
                projection,
                new Running(
                        run,
                        known,
                        rebuild,
                        Thread.ofPlatform()
                                .name("rebuild-" + projection)
                                .daemon()
                                .start(rebuild)));
        return true;
    }

    /// Ends a rebuild, in whichever copy it runs, and drops what it has made.
    ///
    /// @return false when none was at work
    public boolean abandon(String projection, Act act) {
        return site.abandon(known(projection), act);
    }

    /// The last rebuild of every projection that has had one.
    public List<RebuildStatus> all() {
        return site.rebuilds().all();
    }

    public @Nullable RebuildStatus find(String projection) {
        return site.rebuilds().find(projection);
    }

    private Projection known(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("no projection " + name);
        }
        return projection;
    }

    @Override
    public void start() {
        up = true;
    }

    @Override
    public void stop() {
        up = false;
        running.values().forEach(each -> each.rebuild().stop());
        running.values().forEach(this::finish);
        running.clear();
    }

    private void finish(Running each) {
        try {
            if (each.thread().join(STOPPING) && site.stopped(each.run(), each.projection())) {
                log.warn("rebuild abandoned projection={}", each.projection().name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            log.warn("rebuild not cleared away projection={}", each.projection().name(), e);
        }
    }

    @Override
    public boolean isRunning() {
        return up;
    }
}
