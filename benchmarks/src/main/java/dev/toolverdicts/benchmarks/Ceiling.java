package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The least that a vote costs: bare Netty that parses the body, checks the choice and the cookie's HMAC, and answers
/// 202. As a backend for the gateway's ceiling it answers 202 at once.
///
///     Ceiling PORT          answers at once
///     Ceiling PORT SECRET   checks first
final class Ceiling extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] ANSWER = "{\"choice\":\"ship\"}".getBytes(US_ASCII);
    private static final String COOKIE = "voter=";

    private final @Nullable Mac mac;

    private Ceiling(@Nullable Mac mac) {
        this.mac = mac;
    }

    static void main(String[] words) throws InterruptedException {
        Voters voters = words.length > 1 ? new Voters(words[1]) : null;
        Backend.listen(Integer.parseInt(words[0]), () -> new Ceiling(voters == null ? null : voters.forThisThread()));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, FullHttpRequest request) {
        boolean good = mac == null || isVote(request, mac);
        ByteBuf body = good ? Unpooled.wrappedBuffer(ANSWER) : Unpooled.EMPTY_BUFFER;
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, good ? HttpResponseStatus.ACCEPTED : HttpResponseStatus.BAD_REQUEST, body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        var _ = channel.writeAndFlush(answer, channel.voidPromise());
    }

    /// The load generator breaks its connections off when its time is over.
    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable brokenOff) {
        var _ = channel.close();
    }

    private static boolean isVote(FullHttpRequest request, Mac mac) {
        String cookie = request.headers().get(HttpHeaderNames.COOKIE);
        return cookie != null
                && cookie.startsWith(COOKIE)
                && Voters.isGenuine(mac, cookie.substring(COOKIE.length()))
                && isChoice(ByteBufUtil.getBytes(request.content()));
    }

    private static boolean isChoice(byte[] body) {
        boolean chosen = false;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean choice = "choice".equals(json.currentName());
                json.nextToken();
                if (choice) {
                    String word = json.getString();
                    chosen = "ship".equals(word) || "skip".equals(word);
                }
            }
            return chosen && json.nextToken() == null;
        }
    }
}
