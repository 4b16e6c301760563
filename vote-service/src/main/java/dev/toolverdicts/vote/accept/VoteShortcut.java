package dev.toolverdicts.vote.accept;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;

/// Takes plain votes off the connection, before the web framework sees them: it costs more than the vote itself. One
/// for each connection, on whose event loop everything here runs.
///
/// Answers keep the order of requests: a vote is taken only while nothing else waits for its answer on this connection,
/// and what comes after one waits until it is answered. Whatever is not certainly an ordinary vote goes on, untouched.
final class VoteShortcut extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(VoteShortcut.class);

    /// Parts of requests that may wait behind a vote before the connection is no longer read.
    private static final int MOST_WAITING = 64;

    private final ShortWay votes;
    private final List<HttpContent> body = new ArrayList<>(1);
    private final Queue<Object> waiting = new ArrayDeque<>();
    private ShortWay.@Nullable Taken taken;
    private boolean cast;
    private int passedOn;
    private boolean informational;

    VoteShortcut(ShortWay votes) {
        this.votes = votes;
    }

    /// Between the codec and Reactor Netty's own order of requests.
    static void add(ChannelPipeline pipeline, ShortWay votes) {
        pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "vote-shortcut", new VoteShortcut(votes));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (cast) {
            waiting.add(message);
            if (waiting.size() == MOST_WAITING) {
                context.channel().config().setAutoRead(false);
            }
        } else if (taken != null) {
            collect(context, taken, (HttpContent) message);
        } else if (message instanceof HttpRequest request && passedOn == 0 && take(request)) {
            // Reads on by itself, instead of a system call or two for each request.
            context.channel().config().setAutoRead(true);
        } else {
            passOn(context, message);
        }
    }

    private boolean take(HttpRequest request) {
        taken = votes.take(request);
        return taken != null;
    }

    private void passOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            passedOn++;
        }
        context.fireChannelRead(message);
    }

    private void collect(ChannelHandlerContext context, ShortWay.Taken vote, HttpContent part) {
        body.add(part);
        if (part.decoderResult().isFailure()) {
            handBack(context, vote.request());
        } else if (part instanceof LastHttpContent) {
            cast = true;
            if (!vote.cast(
                    bytes(), answer -> context.executor().execute(() -> answered(context, vote.request(), answer)))) {
                cast = false;
                handBack(context, vote.request());
            }
        }
    }

    private void answered(ChannelHandlerContext context, HttpRequest request, Supplier<FullHttpResponse> answer) {
        try {
            answer(context, request, answer.get());
        } catch (RuntimeException failure) {
            exceptionCaught(context, failure);
        }
    }

    private byte[] bytes() {
        if (body.size() == 1) {
            return ByteBufUtil.getBytes(body.getFirst().content());
        }
        byte[] all = new byte
                [body.stream().mapToInt(part -> part.content().readableBytes()).sum()];
        int at = 0;
        for (HttpContent part : body) {
            ByteBuf content = part.content();
            content.getBytes(content.readerIndex(), all, at, content.readableBytes());
            at += content.readableBytes();
        }
        return all;
    }

    /// Nothing has been done for the request: the long way answers it, with all its checks.
    private void handBack(ChannelHandlerContext context, HttpRequest request) {
        taken = null;
        List<HttpContent> parts = List.copyOf(body);
        body.clear();
        passOn(context, request);
        parts.forEach(context::fireChannelRead);
    }

    /// An answer that cannot be given leaves nothing to wait for on this connection.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (taken == null) {
            context.fireExceptionCaught(failure);
            return;
        }
        log.error("vote failed", failure);
        forget();
        var _ = context.close();
    }

    private void answer(ChannelHandlerContext context, HttpRequest request, FullHttpResponse response) {
        if (!cast) { // the connection is gone
            response.release();
            return;
        }
        forget();
        if (HttpUtil.isKeepAlive(request)) {
            var _ = context.writeAndFlush(response, context.voidPromise());
            readOn(context);
        } else {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void readOn(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Object next = waiting.poll(); next != null; next = cast ? null : waiting.poll()) {
            channelRead(context, next);
        }
        context.fireChannelReadComplete();
        context.channel().config().setAutoRead(waiting.size() < MOST_WAITING);
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
        cast = false;
        body.forEach(HttpContent::release);
        body.clear();
    }
}
