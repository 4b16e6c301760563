package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.edge.Admission;
import dev.toolverdicts.gateway.problem.BackendFailure;
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
import java.time.Duration;
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
    private final Lane lane;
    private final Forwarding forwarding;
    private final Cookies cookies;
    private final long began = System.nanoTime();
    private @Nullable Going going;

    /// @param reply ends the request here, with an answer or by handing it back
    private record Going(
            Copy copy,
            Duration patience,
            Admission admission,
            Traced traced,
            Consumer<Supplier<@Nullable FullHttpResponse>> reply) {}

    Forward(HttpRequest request, PathContainer path, Channel connection, Lane lane, Forwarding forwarding) {
        this.request = request;
        this.path = path;
        this.connection = connection;
        this.lane = lane;
        this.forwarding = forwarding;
        this.cookies = new Cookies(request.headers());
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public boolean begin(byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {
        Copies copies = lane.copies();
        Copy copy = copies.next(lane.isRead(), List.of());
        if (copies.rests(copy)) {
            return false;
        }
        Admission admission =
                forwarding.door().admit(request, path, cookies::value, (InetSocketAddress) connection.remoteAddress());
        if (!admission.granted()) {
            admission.leaveAt(connection, request);
            return false;
        }
        Traced traced = forwarding.trace(lane, request);
        DefaultFullHttpRequest onward = onward(admission, traced, body);
        if (!forwarding.begin()) {
            admission.leaveAt(connection, request);
            return false;
        }
        if (lane.isRead()) {
            copies.asked();
        }
        going = new Going(copy, lane.patience(), admission, traced, reply);
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
    public Duration patience() {
        return going().patience();
    }

    @Override
    public void answered(FullHttpResponse response) {
        Going ended = end();
        int status = response.status().code();
        ended.reply().accept(() -> complete(response, ended.admission()));
        ended.traced().status(status).end();
        forwarding.end();
        lane.answered(status, System.nanoTime() - began);
    }

    private FullHttpResponse complete(FullHttpResponse response, Admission admission) {
        try {
            lane.complete(response, request, admission);
            return response;
        } catch (RuntimeException failure) {
            response.release();
            throw failure;
        }
    }

    @Override
    public void failed(BackendFailure failure) {
        Going ended = end();
        if (failure == BackendFailure.UNREACHED || failure == BackendFailure.TOO_SLOW) {
            lane.copies().rest(ended.copy(), failure);
        }
        var tried = new Lane.Tried(ended.copy(), ended.patience(), began);
        lane.handBack(ended.admission(), failure, cookies, tried).leaveAt(connection, request);
        ended.reply().accept(() -> null);
        ended.traced().note("handed_back", failure.name()).end();
        forwarding.end();
        lane.handedBack(System.nanoTime() - began);
    }

    private Going end() {
        Going ended = going();
        going = null;
        return ended;
    }

    private Going going() {
        Going now = going;
        if (now == null) {
            throw new IllegalStateException("ended, or not begun");
        }
        return now;
    }
}
