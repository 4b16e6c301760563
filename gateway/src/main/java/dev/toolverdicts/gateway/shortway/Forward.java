package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.edge.Admission;
import dev.toolverdicts.gateway.problem.BackendFailure;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.platform.shortway.ShortWay;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/// One request on the short way.
final class Forward implements ShortWay.Taken, Upstream.Awaiting {

    private final HttpRequest request;
    private final PathContainer path;
    private final Channel connection;
    private final Forwarding forwarding;
    private final Cookies cookies;
    private final long began = System.nanoTime();
    private @Nullable Going going;

    /// @param reply ends the request here, with an answer or by handing it back
    private record Going(
            Copy copy, Admission admission, Traced traced, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {}

    Forward(HttpRequest request, PathContainer path, Channel connection, Forwarding forwarding) {
        this.request = request;
        this.path = path;
        this.connection = connection;
        this.forwarding = forwarding;
        this.cookies = new Cookies(request.headers());
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public boolean begin(byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {
        Copies copies = forwarding.copies();
        Copy copy = copies.next(false, List.of());
        if (copies.rests(copy)) {
            return false;
        }
        Admission admission =
                forwarding.door().admit(request, path, cookies::value, (InetSocketAddress) connection.remoteAddress());
        if (!admission.granted()) {
            admission.leaveAt(connection, request);
            return false;
        }
        Traced traced = forwarding.trace(request);
        DefaultFullHttpRequest onward = onward(admission, traced, body);
        if (!forwarding.begin()) {
            admission.leaveAt(connection, request);
            return false;
        }
        going = new Going(copy, admission, traced, reply);
        forwarding.upstreams().send(copy, connection, onward, this);
        return true;
    }

    private DefaultFullHttpRequest onward(Admission admission, Traced traced, byte[] body) {
        HttpHeaders headers = forwarding.door().onward(request.headers(), admission);
        String parent = traced.parent();
        if (parent != null) {
            headers.set(TraceParent.HEADER, parent);
        }
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                request.method(),
                request.uri(),
                Unpooled.wrappedBuffer(body),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    @Override
    public void answered(FullHttpResponse response) {
        Going ended = end();
        int status = response.status().code();
        ended.reply().accept(() -> complete(response, ended.admission()));
        ended.traced().status(status).end();
        forwarding.answered(status, began);
    }

    private FullHttpResponse complete(FullHttpResponse response, Admission admission) {
        try {
            forwarding.door().complete(response.headers(), admission);
            return response;
        } catch (RuntimeException failure) {
            response.release();
            throw failure;
        }
    }

    /// A request that reached nobody may go anywhere. One that may have had its effect goes on only
    /// when it is repeatable, and not while the copy it is with may still be at it.
    @Override
    public void failed(BackendFailure failure) {
        Going ended = end();
        if (failure == BackendFailure.UNREACHED || failure == BackendFailure.TOO_SLOW) {
            forwarding.copies().rest(ended.copy(), failure);
        }
        RuntimeException end = endAfter(failure);
        (end == null ? ended.admission() : ended.admission().endsIn(end)).leaveAt(connection, request);
        ended.reply().accept(() -> null);
        ended.traced().note("handed_back", failure.name()).end();
        forwarding.handedBack(began);
    }

    private @Nullable RuntimeException endAfter(BackendFailure failure) {
        boolean repeatable = forwarding.isRepeatable(cookies);
        return switch (failure) {
            case UNREACHED, NONE -> null;
            case CUT_OFF -> repeatable ? null : new Refusal(Problem.cutOff());
            case TOO_SLOW -> new Refusal(repeatable ? Problem.notInTime() : Problem.tooSlow());
        };
    }

    private Going end() {
        Going ended = going;
        if (ended == null) {
            throw new IllegalStateException("ended twice");
        }
        going = null;
        return ended;
    }
}
