package dev.toolverdicts.gateway.shortway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpClientCodec(), new HttpObjectAggregator(64 * 1024));
    private final UpstreamPool pool = pool(Duration.ofMinutes(1), () -> {});
    private final Upstream upstream = new Upstream(connection, pool);
    private final Heard heard = new Heard();

    UpstreamTest() {
        connection.pipeline().addLast(upstream);
    }

    private UpstreamPool pool(Duration idle, Runnable forget) {
        return new UpstreamPool(
                URI.create("http://127.0.0.1:1"),
                connection,
                new UpstreamPool.Times(Duration.ofSeconds(1), PATIENCE, idle),
                forget);
    }

    private UpstreamPool brief() {
        return pool(Duration.ofMillis(500), () -> heard.all.add("forgotten"));
    }

    /// What somebody who waited was told, in order.
    private static final class Heard implements Upstream.Awaiting {

        final List<String> all = new ArrayList<>();

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public void answered(FullHttpResponse response) {
            all.add(response.status().code() + " " + response.content().toString(US_ASCII));
            assertThat(response.release()).isTrue();
        }

        @Override
        public void failed(BackendFailure failure) {
            all.add(failure.name());
        }
    }

    @AfterEach
    void nothingIsLeft() {
        connection.finishAndReleaseAll();
    }

    private static DefaultFullHttpRequest request(String path) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.DELETE, path);
    }

    private void says(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private String sent() {
        var text = new StringBuilder();
        for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            text.append(part.toString(US_ASCII));
            part.release();
        }
        return text.toString();
    }

    @Test
    void itCarriesOneRequestAfterAnother() {
        upstream.send(request("/a"), heard);
        says(OK + "a!");
        pool.send(request("/b"), heard);
        says(OK + "b!");

        assertThat(heard.all).containsExactly("200 a!", "200 b!");
        assertThat(sent()).containsSubsequence("DELETE /a", "DELETE /b");
    }

    @Test
    void anAnswerInPiecesOrChunksIsPutTogether() {
        upstream.send(request("/a"), heard);
        says("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Enc");
        says("oding: chunked\r\n\r\n1\r\na\r\n");
        assertThat(heard.all).isEmpty();
        says("1\r\n!\r\n0\r\nTrailer: x\r\n\r\n");

        assertThat(heard.all).containsExactly("200 a!");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aCopyThatWantsToCloseIsNotAskedAgain() {
        upstream.send(request("/a"), heard);
        says("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

        assertThat(heard.all).containsExactly("204 ");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatNobodyAskedForIsNobodysAnswer() {
        upstream.send(request("/a"), heard);
        says(OK + "a!" + OK + "b!");

        assertThat(heard.all).containsExactly("200 a!");
        assertThat(connection.isOpen()).isFalse();
        assertThat(upstream.isUsable(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void aSilentCopyIsTooSlowAndItsLateAnswerIsNobodys() {
        upstream.send(request("/a"), heard);
        connection.advanceTimeBy(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();

        assertThat(heard.all).containsExactly("TOO_SLOW");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anAnswerInTimeEndsTheWait() {
        upstream.send(request("/a"), heard);
        says(OK + "a!");
        connection.advanceTimeBy(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();

        assertThat(heard.all).containsExactly("200 a!");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aBrokenAnswerOrConnectionIsCutOff() {
        upstream.send(request("/a"), heard);
        says("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        var _ = connection.close();

        assertThat(heard.all).containsExactly("CUT_OFF");
    }

    @Test
    void whatIsNoHttpIsCutOff() {
        upstream.send(request("/a"), heard);
        says("220 mail.example ESMTP\r\n\r\n");

        assertThat(heard.all).containsExactly("CUT_OFF");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anAnswerThatIsTooLargeForTheShortWayIsCutOff() {
        upstream.send(request("/a"), heard);
        says("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + "x".repeat(70_000));

        assertThat(heard.all).containsExactly("CUT_OFF");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aClosedConnectionSendsNothing() {
        var _ = connection.close();
        DefaultFullHttpRequest request = request("/a");

        upstream.send(request, heard);

        assertThat(heard.all).containsExactly("CUT_OFF");
        assertThat(request.refCnt()).isZero();
    }

    @Test
    void whatIsUnusedForLongIsClosed() {
        brief().offer(upstream);

        connection.advanceTimeBy(1, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();

        assertThat(connection.isOpen()).isFalse();
        assertThat(heard.all).isEmpty();
    }

    @Test
    void theConnectionsToACopyThatNothingIsSentToAreForgottenOnce() {
        brief().offer(upstream);

        for (int i = 0; i < 20; i++) {
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runScheduledPendingTasks();
        }

        assertThat(heard.all).containsExactly("forgotten");
    }
}
