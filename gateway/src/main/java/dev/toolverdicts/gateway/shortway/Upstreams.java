package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.copies.Groups;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.stereotype.Component;

/// The connections to copies: each event loop has its own, so that a request never changes threads and nothing is
/// locked.
@Component
final class Upstreams {

    private final FastThreadLocal<Map<Copy, UpstreamPool>> pools = new FastThreadLocal<>() {
        @Override
        protected Map<Copy, UpstreamPool> initialValue() {
            return new IdentityHashMap<>();
        }
    };

    private final UpstreamPool.Times times;

    Upstreams(Groups groups, HttpClientProperties client) {
        Duration patience = Objects.requireNonNull(client.getResponseTimeout(), "httpclient.response-timeout");
        Duration idle = Objects.requireNonNull(client.getPool().getMaxIdleTime(), "httpclient.pool.max-idle-time");
        this.times = new UpstreamPool.Times(groups.connectTimeout(), patience, idle);
    }

    /// For an answer of any route.
    Duration patience() {
        return times.answer();
    }

    /// On the event loop of the connection that the request came in on.
    void send(Copy copy, Channel inbound, FullHttpRequest request, Upstream.Awaiting whose) {
        request.headers().set(HttpHeaderNames.HOST, copy.address().getRawAuthority());
        Map<Copy, UpstreamPool> own = pools.get();
        own.computeIfAbsent(
                        copy, unknown -> new UpstreamPool(unknown.address(), inbound, times, () -> own.remove(unknown)))
                .send(request, whose);
    }
}
