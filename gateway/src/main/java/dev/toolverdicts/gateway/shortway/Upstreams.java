package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.pool.AbstractChannelPoolHandler;
import io.netty.channel.pool.ChannelPool;
import io.netty.channel.pool.SimpleChannelPool;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.stereotype.Component;
import reactor.netty.http.HttpResources;

/// The connections to copies: each event loop has its own, so that a request never changes threads and nothing is
/// locked. As many as are needed at once, the last one used first.
@Component
final class Upstreams {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_LINE = 4096;
    private static final int CHUNK = 8192;

    private final FastThreadLocal<Map<Copy, ChannelPool>> pools = new FastThreadLocal<>() {
        @Override
        protected Map<Copy, ChannelPool> initialValue() {
            return new IdentityHashMap<>();
        }
    };

    private final int connectTimeout;
    private final Duration patience;
    private final Duration maxIdle;

    Upstreams(Groups groups, HttpClientProperties client) {
        this.connectTimeout = (int) groups.connectTimeout().toMillis();
        this.patience = client.getResponseTimeout();
        this.maxIdle = client.getPool().getMaxIdleTime();
    }

    static boolean isReachedBy(Copy copy) {
        return "http".equals(copy.address().getScheme());
    }

    /// On the event loop of the connection that the request came in on.
    void send(Copy copy, Channel inbound, FullHttpRequest request, Upstream.Awaiting whose) {
        request.headers().set(HttpHeaderNames.HOST, copy.address().getRawAuthority());
        ChannelPool pool = pools.get().computeIfAbsent(copy, unknown -> pool(unknown, inbound));
        Future<Channel> acquired = pool.acquire();
        if (acquired.isSuccess()) {
            send(acquired.getNow(), request, pool, whose);
        } else {
            acquired.addListener((Future<Channel> done) -> {
                if (done.isSuccess()) {
                    send(done.getNow(), request, pool, whose);
                } else {
                    request.release();
                    whose.failed(BackendFailure.UNREACHED);
                }
            });
        }
    }

    private static void send(Channel upstream, FullHttpRequest request, ChannelPool pool, Upstream.Awaiting whose) {
        Upstream.of(upstream).send(upstream, request, pool, whose);
    }

    private ChannelPool pool(Copy copy, Channel inbound) {
        URI address = copy.address();
        int port = address.getPort() < 0 ? 80 : address.getPort();
        Bootstrap bootstrap = new Bootstrap()
                .group(inbound.eventLoop())
                .channel(inbound.getClass())
                .resolver(HttpResources.get().getOrCreateDefaultResolver())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeout)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(InetSocketAddress.createUnresolved(address.getHost(), port));
        return new SimpleChannelPool(
                bootstrap,
                new AbstractChannelPoolHandler() {
                    @Override
                    public void channelCreated(Channel upstream) {
                        upstream.pipeline()
                                .addLast(new HttpClientCodec(LONGEST_LINE, LONGEST_HEAD, CHUNK))
                                .addLast(new HttpObjectAggregator(LONGEST_ANSWER))
                                .addLast(new Upstream(patience));
                    }
                },
                this::health,
                false);
    }

    private Future<Boolean> health(Channel upstream) {
        EventLoop loop = upstream.eventLoop();
        return loop.newSucceededFuture(
                upstream.isActive() && !Upstream.of(upstream).isUnusedFor(maxIdle));
    }
}
