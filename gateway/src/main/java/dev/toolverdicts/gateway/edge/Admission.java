package dev.toolverdicts.gateway.edge;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.netty.Connection;

/// What the short way has found out about a request, so that the long way, which has to answer it after all, asks no
/// limit a second time.
///
/// @param failure what the request ends in, whatever the long way could do for it; null for nothing
public record Admission(
        InetAddress client, Allowance allowance, @Nullable RuntimeException failure) {

    private static final AttributeKey<Admission> KEY = AttributeKey.valueOf(Admission.class.getName());

    public boolean granted() {
        return allowance.granted();
    }

    public Admission endsIn(RuntimeException end) {
        return new Admission(client, allowance, end);
    }

    /// For the request that this connection hands to the long way next.
    public void leaveAt(Channel connection) {
        connection.attr(KEY).set(this);
    }

    /// What was left for this request; null for nearly all.
    static @Nullable Admission of(ServerHttpRequest request) {
        return request instanceof AbstractServerHttpRequest known
                        && known.getNativeRequest() instanceof Connection connection
                ? connection.channel().attr(KEY).getAndSet(null)
                : null;
    }
}
