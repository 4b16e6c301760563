package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.pool.ChannelPool;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection to a copy, which carries one request after another. Everything here runs on its event loop, which is
/// that of the connections it is used for.
final class Upstream extends ChannelInboundHandlerAdapter {

    /// Whoever waits for an answer; hears exactly one of the two.
    interface Awaiting {

        /// @param response is the callee's to release
        void answered(FullHttpResponse response);

        void failed(BackendFailure failure);
    }

    private final Duration patience;
    private @Nullable Awaiting awaiting;
    private @Nullable ChannelPool pool;
    private @Nullable Future<?> limit;
    private long usedAt = System.nanoTime();

    Upstream(Duration patience) {
        this.patience = patience;
    }

    static Upstream of(Channel connection) {
        return connection.pipeline().get(Upstream.class);
    }

    boolean isUnusedFor(Duration time) {
        return System.nanoTime() - usedAt >= time.toNanos();
    }

    void send(Channel connection, FullHttpRequest request, ChannelPool home, Awaiting whose) {
        awaiting = whose;
        pool = home;
        limit = connection
                .eventLoop()
                .schedule(() -> fail(connection, BackendFailure.TOO_SLOW), patience.toMillis(), TimeUnit.MILLISECONDS);
        var _ = connection.writeAndFlush(request, connection.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Awaiting whose = awaiting;
        if (!(message instanceof FullHttpResponse response)
                || whose == null
                || response.decoderResult().isFailure()) {
            // Nobody asked for it, or it is no HTTP.
            ReferenceCountUtil.release(message);
            fail(context.channel(), BackendFailure.CUT_OFF);
        } else if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            response.release();
        } else {
            boolean again = HttpUtil.isKeepAlive(response);
            ChannelPool home = forget();
            if (again && home != null) {
                usedAt = System.nanoTime();
                var _ = home.release(context.channel());
            } else {
                var _ = context.close();
            }
            whose.answered(response);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(context.channel(), BackendFailure.CUT_OFF);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(context.channel(), BackendFailure.CUT_OFF);
    }

    /// A late answer must not be taken for that of the next request: the connection is of no more use.
    private void fail(Channel connection, BackendFailure failure) {
        Awaiting whose = awaiting;
        var _ = forget();
        var _ = connection.close();
        if (whose != null) {
            whose.failed(failure);
        }
    }

    private @Nullable ChannelPool forget() {
        ChannelPool home = pool;
        awaiting = null;
        pool = null;
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
        return home;
    }
}
