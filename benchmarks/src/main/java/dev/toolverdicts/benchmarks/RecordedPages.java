package dev.toolverdicts.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The ceiling of a page: its bytes and headers as the catalog made them once, kept in memory and sent by bare Netty.
///
///     RecordedPages PORT CATALOG-PORT PATHS
final class RecordedPages extends SimpleChannelInboundHandler<FullHttpRequest> {

    /// What belongs to a connection, or to the moment of an answer.
    private static final Set<String> NOT_RECORDED =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    private record Recorded(HttpHeaders headers, byte[] body) {

        static Recorded of(String path, HttpResponse<byte[]> answer) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            byte[] body = answer.body();
            var headers = new DefaultHttpHeaders();
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_RECORDED.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.set(name, values);
                }
            });
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            return new Recorded(headers, body);
        }
    }

    private final Map<String, Recorded> pages;

    private RecordedPages(Map<String, Recorded> pages) {
        this.pages = pages;
    }

    static void main(String[] words) throws IOException, InterruptedException {
        var catalog = new Api(Integer.parseInt(words[1]));
        Map<String, Recorded> pages = new HashMap<>();
        for (String path : Files.readAllLines(Path.of(words[2]))) {
            pages.put(path, Recorded.of(path, catalog.packed(path)));
        }
        Backend.listen(Integer.parseInt(words[0]), () -> new RecordedPages(pages));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, FullHttpRequest request) {
        Recorded page = pages.get(request.uri());
        ByteBuf body = page == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(page.body());
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, page == null ? HttpResponseStatus.NOT_FOUND : HttpResponseStatus.OK, body);
        if (page == null) {
            answer.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, 0);
        } else {
            answer.headers().set(page.headers());
        }
        var _ = channel.writeAndFlush(answer, channel.voidPromise());
    }

    /// The load generator breaks its connections off when its time is over.
    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable brokenOff) {
        var _ = channel.close();
    }
}
