package dev.toolverdicts.platform.shortway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortcutTest {

    private final ByHand taken = new ByHand();
    private final EmbeddedChannel connection = new EmbeddedChannel(new HttpServerCodec(), new Shortcut(taken));

    private final List<ByteBuf> sent = new ArrayList<>();

    /// Or what a slow machine sends in pieces is too late.
    @BeforeEach
    void timePassesByHand() {
        connection.freezeTime();
    }

    @AfterEach
    void nothingLeaks() {
        connection.finishAndReleaseAll();
        assertThat(sent).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
    }

    @Test
    void aVoteIsAnsweredHereAndGoesNoFurther() {
        send(put("a", "{1}"));

        taken.answerNext("first");

        assertThat(taken.bodies).containsExactly("{1}");
        assertThat(answers()).containsSubsequence("202", "first");
        assertThat(passedOn()).isEmpty();
    }

    @Test
    void whoReadsNoAnswersIsLeftToTheLongWay() {
        ChannelOutboundBuffer unread = connection.unsafe().outboundBuffer();
        unread.setUserDefinedWritability(1, false);
        send(put("a", "{1}"));

        assertThat(taken.bodies).isEmpty();
        assertThat(passedOn()).containsExactly("/things/a/short");

        connection.writeOutbound(response("vote"));
        unread.setUserDefinedWritability(1, true);
        send(put("b", "{2}"));
        assertThat(taken.bodies).containsExactly("{2}");
    }

    @Test
    void aBodyInPiecesIsPutTogether() {
        String request = put("a", "{12345}");
        for (int i = 0; i < request.length(); i++) {
            send(request.substring(i, i + 1));
        }

        assertThat(taken.bodies).containsExactly("{12345}");
    }

    @Test
    void whatComesBehindAVoteWaitsForItsAnswer() {
        send(put("a", "{1}") + put("b", "{2}") + get("/c") + put("d", "{4}"));

        assertThat(taken.bodies).containsExactly("{1}");
        assertThat(passedOn()).isEmpty();

        taken.answerNext("first");
        assertThat(taken.bodies).containsExactly("{1}", "{2}");
        taken.answerNext("second");

        assertThat(answers()).containsSubsequence("first", "second");
        // The vote behind the page goes the page's way: only there its answer is sure to come second.
        assertThat(passedOn()).containsExactly("/c", "/things/d/short");
        assertThat(taken.bodies).containsExactly("{1}", "{2}");
    }

    @Test
    void aVoteBehindAnotherRequestGoesThatRequestsWay() {
        send(get("/page"));
        send(put("a", "{1}"));

        assertThat(taken.bodies).isEmpty();
        assertThat(passedOn()).containsExactly("/page", "/things/a/short");
    }

    @Test
    void aVoteAfterAnAnsweredRequestIsTakenAgain() {
        send(get("/page"));
        connection.writeOutbound(response("page"));
        send(put("a", "{1}"));

        assertThat(taken.bodies).containsExactly("{1}");
    }

    @Test
    void aRefusedVoteIsHandedBackWhole() {
        taken.refuses = true;

        send(put("a", "{no}"));

        assertThat(handedBack()).containsExactly("/things/a/short", "{no}");
    }

    @Test
    void whatCannotBeAnsweredHereAfterAllIsHandedBackWholeAndInOrder() {
        send(put("a", "{1}") + put("b", "{2}"));

        taken.cannotAnswerNext();

        assertThat(handedBack()).containsExactly("/things/a/short", "{1}", "/things/b/short", "{2}");
        assertThat(taken.bodies).containsExactly("{1}");
    }

    @Test
    void aBodyThatDoesNotComeIsLeftToTheLongWay() {
        String request = put("a", "{12345}");
        send(request.substring(0, request.length() - 3));
        assertThat(handedBack()).isEmpty();

        connection.advanceTimeBy(1, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();

        assertThat(handedBack()).containsExactly("/things/a/short", "{123");
        send("45}");
        assertThat(handedBack()).containsExactly("45}");
        assertThat(taken.bodies).isEmpty();
    }

    @Test
    void aFloodThatIsAnsweredAtOnceTakesNoMoreStackThanOne() {
        taken.atOnce = true;
        send(put("a", "{1}").repeat(5_000));

        assertThat(taken.bodies).hasSize(5_000);
        assertThat(answers().split("at once", -1)).hasSize(5_001);
    }

    @Test
    void aFloodBehindOneThatWaitedTakesNoMoreStackEither() {
        send(put("a", "{1}"));
        taken.atOnce = true;
        // The codec breaks off at 128.
        send(put("b", "{2}").repeat(100));

        var _ = taken.answerNext("first");

        assertThat(taken.bodies).hasSize(101);
        assertThat(answers()).startsWith("HTTP/1.1 202 Accepted").contains("first");
    }

    @Test
    void whatTheLongWayReadsIsReadAsItLikes() {
        send(put("a", "{1}") + get("/upload"));
        connection.config().setAutoRead(false);

        var _ = taken.answerNext("first");

        assertThat(passedOn()).containsExactly("/upload");
        assertThat(connection.config().isAutoRead()).isFalse();
    }

    @Test
    void nothingIsTakenFromAConnectionThatCloses() {
        send(put("a", "{1}").replace("Host: x", "Host: x\r\nConnection: close") + put("b", "{2}"));

        var _ = taken.answerNext("last");

        assertThat(taken.bodies).containsExactly("{1}");
    }

    @Test
    void aClientThatWantsToCloseIsClosedAfterItsAnswer() {
        send(put("a", "{1}").replace("Host: x", "Host: x\r\nConnection: close"));

        taken.answerNext("last");

        assertThat(answers()).containsSubsequence("last");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anAnswerForAGoneConnectionIsDropped() {
        send(put("a", "{1}") + put("b", "{2}"));
        var _ = connection.close();

        FullHttpResponse late = taken.answerNext("late");

        assertThat(late.refCnt()).isZero();
        assertThat(taken.bodies).containsExactly("{1}");
    }

    @Test
    void aFloodBehindAVoteIsNotRead() {
        send(put("a", "{1}") + put("b", "{2}").repeat(40));

        assertThat(connection.config().isAutoRead()).isFalse();

        for (int i = 0; i <= 40; i++) {
            taken.answerNext("number " + i);
        }
        assertThat(connection.config().isAutoRead()).isTrue();
        assertThat(taken.bodies).hasSize(41);
    }

    private void send(String text) {
        ByteBuf buffer = Unpooled.copiedBuffer(text, US_ASCII);
        sent.add(buffer);
        connection.writeInbound(buffer);
    }

    private static String put(String slug, String body) {
        return "PUT /things/%s/short HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(slug, body.length(), body);
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path);
    }

    private static FullHttpResponse response(String body) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.ACCEPTED, Unpooled.copiedBuffer(body, US_ASCII));
        response.headers().set("content-length", body.length());
        return response;
    }

    private String answers() {
        connection.runPendingTasks();
        var text = new StringBuilder();
        for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            text.append(part.toString(US_ASCII));
            part.release();
        }
        return text.toString();
    }

    private List<String> passedOn() {
        connection.runPendingTasks();
        var paths = new ArrayList<String>();
        for (Object part = connection.readInbound(); part != null; part = connection.readInbound()) {
            if (part instanceof HttpRequest request) {
                paths.add(request.uri());
            }
            ReferenceCountUtil.release(part);
        }
        return paths;
    }

    private List<String> handedBack() {
        var parts = new ArrayList<String>();
        for (Object part = connection.readInbound(); part != null; part = connection.readInbound()) {
            if (part instanceof HttpRequest request) {
                parts.add(request.uri());
            } else if (part instanceof HttpContent content && content.content().isReadable()) {
                parts.add(content.content().toString(US_ASCII));
            }
            ReferenceCountUtil.release(part);
        }
        return parts;
    }

    /// Takes every vote and answers when told to.
    private final class ByHand implements ShortWay {

        final List<String> bodies = new ArrayList<>();
        final Queue<Consumer<Supplier<@Nullable FullHttpResponse>>> waiting = new ArrayDeque<>();
        boolean refuses;
        boolean atOnce;

        private record Vote(ByHand taken, HttpRequest request) implements Taken {

            @Override
            public boolean begin(byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {
                if (taken.refuses) {
                    return false;
                }
                taken.bodies.add(new String(body, US_ASCII));
                if (taken.atOnce) {
                    reply.accept(() -> response("at once"));
                } else {
                    taken.waiting.add(reply);
                }
                return true;
            }
        }

        @Override
        public @Nullable Taken take(HttpRequest request, Channel connection) {
            return request.uri().endsWith("/short") ? new Vote(this, request) : null;
        }

        void cannotAnswerNext() {
            waiting.remove().accept(() -> null);
            connection.runPendingTasks();
        }

        FullHttpResponse answerNext(String body) {
            FullHttpResponse response = response(body);
            waiting.remove().accept(() -> response);
            connection.runPendingTasks();
            return response;
        }
    }
}
