package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.copies.Attempt;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/// What the short way has found out about a request, so that the long way, which has to answer it after all, asks no
/// limit a second time.
///
/// @param failure what the request ends in, whatever the long way could do for it; null for nothing
/// @param attempt what the long way goes on from; null for nothing
public record Admission(
        InetAddress client,
        Allowance allowance,
        @Nullable RuntimeException failure,
        @Nullable Attempt attempt) {

    private static final AttributeKey<Left> KEY = AttributeKey.valueOf(Admission.class.getName());

    /// @param headers of the request it is for: what the framework refuses before any filter does not take it
    private record Left(Admission admission, HttpHeaders headers) {}

    public boolean granted() {
        return allowance.granted();
    }

    public Admission endsIn(RuntimeException end) {
        return new Admission(client, allowance, end, null);
    }

    public Admission goesOnFrom(Attempt before) {
        return new Admission(client, allowance, null, before);
    }

    /// For a request that this connection hands to the long way next.
    public void leaveAt(Channel connection, HttpRequest request) {
        connection.attr(KEY).set(new Left(this, request.headers()));
    }

    /// What was left for this request; null for nearly all.
    @SuppressWarnings("ReferenceEquality") // of this very request
    static @Nullable Admission of(ServerHttpRequest request) {
        if (request instanceof AbstractServerHttpRequest known
                && known.getNativeRequest() instanceof HttpServerRequest sent
                && sent instanceof Connection connection) {
            Left left = connection.channel().attr(KEY).getAndSet(null);
            return left != null && left.headers() == sent.requestHeaders() ? left.admission() : null;
        }
        return null;
    }
}
