package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpResources;

/// The connections of one event loop to one copy: as many as are needed at once, the last one used first, so that those
/// too many grow old and are closed. Everything here runs on that event loop.
final class UpstreamPool {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_LINE = 4096;
    private static final int CHUNK = 8192;

    /// @param connect until a connection is open
    /// @param answer until any answer is there, whole
    /// @param idle how long an unused connection is kept
    record Times(Duration connect, Duration answer, Duration idle) {}

    private final Deque<Upstream> unused = new ArrayDeque<>();
    private final Times times;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final Runnable forget;
    private final Future<?> sweeping;
    private long sentAt;

    /// @param forget is called once nothing was sent for long: the copy may be gone for good
    UpstreamPool(URI copy, Channel inbound, Times times, Runnable forget) {
        this.times = times;
        this.loop = inbound.eventLoop();
        this.bootstrap = bootstrap(copy, inbound);
        this.forget = forget;
        this.sentAt = now();
        long idle = times.idle().toMillis();
        this.sweeping = loop.scheduleWithFixedDelay(this::sweep, idle, idle, TimeUnit.MILLISECONDS);
    }

    private long now() {
        return loop.ticker().nanoTime();
    }

    private Bootstrap bootstrap(URI address, Channel inbound) {
        return new Bootstrap()
                .group(inbound.eventLoop())
                .channel(inbound.getClass())
                .resolver(HttpResources.get().getOrCreateDefaultResolver())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        times.connect().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(InetSocketAddress.createUnresolved(
                        address.getHost(), address.getPort() < 0 ? 80 : address.getPort()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel upstream) {
                        upstream.pipeline()
                                .addLast(new HttpClientCodec(LONGEST_LINE, LONGEST_HEAD, CHUNK))
                                .addLast(new HttpObjectAggregator(LONGEST_ANSWER))
                                .addLast(new Upstream(upstream, UpstreamPool.this));
                    }
                });
    }

    void send(FullHttpRequest request, Upstream.Awaiting whose) {
        sentAt = now();
        Upstream upstream = poll();
        if (upstream != null) {
            upstream.send(request, whose);
            return;
        }
        var _ = bootstrap.connect().addListener((ChannelFutureListener) opened -> {
            if (opened.isSuccess()) {
                opened.channel().pipeline().get(Upstream.class).send(request, whose);
            } else {
                request.release();
                whose.failed(reason(opened));
            }
        });
    }

    /// Only the copy's own failure is one of the copy: not, say, that no file descriptor is left here.
    private static BackendFailure reason(ChannelFuture failed) {
        BackendFailure failure = BackendFailure.of(failed.cause());
        return failure == BackendFailure.UNREACHED ? failure : BackendFailure.NONE;
    }

    private @Nullable Upstream poll() {
        for (Upstream last = unused.pollLast(); last != null; last = unused.pollLast()) {
            if (last.isUsable(times.idle())) {
                return last;
            }
            last.close();
        }
        return null;
    }

    void offer(Upstream upstream) {
        unused.addLast(upstream);
    }

    void remove(Upstream closed) {
        unused.remove(closed);
    }

    private void sweep() {
        for (Upstream oldest = unused.peekFirst();
                oldest != null && !oldest.isUsable(times.idle());
                oldest = unused.peekFirst()) {
            unused.removeFirst();
            oldest.close();
        }
        if (unused.isEmpty() && now() - sentAt > longestUnderWay()) {
            sweeping.cancel(false);
            forget.run();
        }
    }

    private long longestUnderWay() {
        return times.connect().plus(times.answer()).plus(times.idle()).toNanos();
    }
}
