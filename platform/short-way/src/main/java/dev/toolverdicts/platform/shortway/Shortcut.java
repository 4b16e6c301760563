package dev.toolverdicts.platform.shortway;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;

/// Takes some requests off the connection, before the web framework sees them: it costs more than they do. One for each
/// connection, on whose event loop everything here runs.
///
/// Answers keep the order of requests: one is taken only while nothing else waits for its answer on this connection,
/// and what comes after it waits until it is answered. Whatever the [ShortWay] does not take goes on, untouched.
public final class Shortcut extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(Shortcut.class);

    /// Parts of requests that may wait behind one before the connection is no longer read.
    private static final int MOST_WAITING = 64;

    /// For the rest of a body. The long way knows what to do about clients who fall silent.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final ShortWay way;
    private final Body body = new Body();
    private final Queue<Object> waiting = new ArrayDeque<>();
    private ShortWay.@Nullable Taken taken;
    private @Nullable Future<?> patience;
    private boolean begun;
    private boolean readingOn;
    private boolean closing;
    private int passedOn;
    private boolean informational;

    Shortcut(ShortWay way) {
        this.way = way;
    }

    /// Between the codec and Reactor Netty's own order of requests. A connection that may speak HTTP/2 has neither yet
    /// and
    /// goes the long way.
    public static void add(ChannelPipeline pipeline, ShortWay way) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
            pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "shortcut", new Shortcut(way));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (begun) {
            waiting.add(message);
            if (waiting.size() == MOST_WAITING) {
                context.channel().config().setAutoRead(false);
            }
        } else if (taken != null) {
            collect(context, taken, (HttpContent) message);
        } else if (message instanceof HttpRequest request
                && passedOn == 0
                // Whoever reads no answers is left to the long way, which waits until they do.
                && context.channel().isWritable()
                && take(context, request)) {
            // Reads on by itself, instead of a system call or two for each request.
            context.channel().config().setAutoRead(true);
        } else {
            passOn(context, message);
        }
    }

    private boolean take(ChannelHandlerContext context, HttpRequest request) {
        taken = way.take(request, context.channel());
        return taken != null;
    }

    private void passOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            passedOn++;
        }
        context.fireChannelRead(message);
    }

    private void collect(ChannelHandlerContext context, ShortWay.Taken request, HttpContent part) {
        body.add(part);
        if (part.decoderResult().isFailure()) {
            handBack(context, request.request());
        } else if (part instanceof LastHttpContent) {
            begun = true;
            if (!request.begin(body.bytes(), answer -> reply(context, request.request(), answer))) {
                begun = false;
                handBack(context, request.request());
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (taken != null && !begun && patience == null) {
            HttpRequest request = taken.request();
            patience = context.executor()
                    .schedule(() -> giveUp(context, request), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    @SuppressWarnings("ReferenceEquality") // this very one, not one like it
    private void giveUp(ChannelHandlerContext context, HttpRequest request) {
        patience = null;
        if (taken == null || begun) {
            return;
        }
        if (taken.request() == request) {
            handBack(context, request);
            context.fireChannelReadComplete();
        } else {
            channelReadComplete(context);
        }
    }

    /// Nothing has been done for the request: the long way answers it, with all its checks.
    private void handBack(ChannelHandlerContext context, HttpRequest request) {
        taken = null;
        passOn(context, request);
        body.passOn(context);
    }

    private void reply(
            ChannelHandlerContext context, HttpRequest request, Supplier<@Nullable FullHttpResponse> answer) {
        if (context.executor().inEventLoop()) {
            answer(context, request, answer);
        } else {
            context.executor().execute(() -> answer(context, request, answer));
        }
    }

    private void answer(
            ChannelHandlerContext context, HttpRequest request, Supplier<@Nullable FullHttpResponse> answer) {
        try {
            answer(context, request, answer.get());
        } catch (RuntimeException failure) {
            exceptionCaught(context, failure);
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request, @Nullable FullHttpResponse response) {
        if (!begun) { // the connection is gone
            ReferenceCountUtil.release(response);
        } else if (response == null) {
            begun = false;
            handBack(context, request);
            context.fireChannelReadComplete();
            readOn(context);
        } else if (HttpUtil.isKeepAlive(request)) {
            forget();
            var _ = context.writeAndFlush(response, context.voidPromise());
            readOn(context);
        } else {
            forget();
            closing = true;
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void readOn(ChannelHandlerContext context) {
        // One that is answered at once comes back to here: the loop below goes on by itself.
        if (waiting.isEmpty() || readingOn) {
            return;
        }
        readingOn = true;
        for (Object next = waiting.poll(); next != null; next = begun ? null : waiting.poll()) {
            channelRead(context, next);
        }
        readingOn = false;
        channelReadComplete(context);
        // What was passed on is read as the long way likes.
        if (passedOn == 0) {
            context.channel().config().setAutoRead(waiting.size() < MOST_WAITING);
        }
    }

    /// An answer that cannot be given leaves nothing to wait for on this connection.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (taken == null) {
            context.fireExceptionCaught(failure);
            return;
        }
        // Clients break off as they like.
        if (!(failure instanceof IOException)) {
            log.error("event=short_way_failed", failure);
        }
        forget();
        closing = true;
        var _ = context.close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !informational) {
            passedOn--;
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        context.fireChannelInactive();
    }

    private void forget() {
        taken = null;
        begun = false;
        body.release();
    }
}
