package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection to a copy, which carries one request after another.
final class Upstream extends ChannelInboundHandlerAdapter {

    /// Whoever waits for an answer; hears exactly one of the two.
    interface Awaiting {

        /// For an answer, whole.
        Duration patience();

        /// @param response is the callee's to release
        void answered(FullHttpResponse response);

        void failed(BackendFailure failure);
    }

    private final Channel connection;
    private final UpstreamPool home;
    private @Nullable Awaiting awaiting;
    private @Nullable Future<?> limit;
    private long usedAt;

    Upstream(Channel connection, UpstreamPool home) {
        this.connection = connection;
        this.home = home;
        this.usedAt = now();
    }

    boolean isUsable(Duration idle) {
        return connection.isActive() && now() - usedAt < idle.toNanos();
    }

    private long now() {
        return connection.eventLoop().ticker().nanoTime();
    }

    void send(FullHttpRequest request, Awaiting whose) {
        awaiting = whose;
        limit = connection
                .eventLoop()
                .schedule(() -> fail(BackendFailure.TOO_SLOW), whose.patience().toMillis(), TimeUnit.MILLISECONDS);
        var _ = connection.writeAndFlush(request, connection.voidPromise());
        if (!connection.isActive()) {
            fail(BackendFailure.CUT_OFF);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Awaiting whose = awaiting;
        if (!(message instanceof FullHttpResponse response)
                || whose == null
                || response.decoderResult().isFailure()) {
            // Nobody asked for it, or it is no HTTP.
            ReferenceCountUtil.release(message);
            fail(BackendFailure.CUT_OFF);
        } else if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            response.release();
        } else {
            forget();
            if (HttpUtil.isKeepAlive(response)) {
                usedAt = now();
                home.offer(this);
            } else {
                close();
            }
            whose.answered(response);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        home.remove(this);
        fail(BackendFailure.CUT_OFF);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(BackendFailure.CUT_OFF);
    }

    /// A late answer must not be taken for that of the next request: the connection is of no more use.
    private void fail(BackendFailure failure) {
        Awaiting whose = awaiting;
        forget();
        close();
        if (whose != null) {
            whose.failed(failure);
        }
    }

    void close() {
        var _ = connection.close();
    }

    private void forget() {
        awaiting = null;
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }
}
