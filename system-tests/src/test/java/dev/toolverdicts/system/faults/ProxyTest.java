package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Behind the proxy is somebody who sends back what they hear.
class ProxyTest {

    private static final byte[] WORDS = {1, 2, 3, 4, 5, 6};

    private final ServerSocket echo = echo();
    private final Proxy proxy = new Proxy(echo::getLocalPort);

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatIsSaidPassesBothWays() throws IOException {
        try (Socket client = open()) {
            assertThat(ask(client)).containsExactly(WORDS);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> proxy.links() == 0);
    }

    @Test
    void aCutEndsWhatIsOpenAndWhatComes() throws IOException {
        try (Socket before = open()) {
            ask(before);
            proxy.cut();
            assertThatThrownBy(() -> ask(before)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> {
                        try (Socket during = open()) {
                            ask(during);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        proxy.pass();
        try (Socket after = open()) {
            assertThat(ask(after)).containsExactly(WORDS);
        }
    }

    @Test
    void aBlackHoleGivesBackWhatItHeld() throws IOException {
        try (Socket client = open()) {
            ask(client);
            proxy.hold();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);
            proxy.pass();
            client.setSoTimeout(5_000);
            assertThat(client.getInputStream().readNBytes(WORDS.length)).containsExactly(WORDS);
        }
    }

    @Test
    void anAnswerIsCutInItsMiddle() throws IOException {
        proxy.answers(_ -> 2);
        try (Socket client = open()) {
            client.getOutputStream().write(WORDS);
            assertThatThrownBy(() -> {
                        assertThat(client.getInputStream().readNBytes(WORDS.length))
                                .hasSizeLessThan(3);
                        client.getInputStream().read();
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void halfClosedMeansNoMoreAnswers() throws IOException {
        try (Socket client = open()) {
            ask(client);
            proxy.halfClose();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void aDelayIsWaitedFor() throws IOException {
        proxy.delay(Duration.ofMillis(100));
        try (Socket client = open()) {
            long began = System.nanoTime();
            assertThat(ask(client)).containsExactly(WORDS);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(190));
        }
    }

    private Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static byte[] ask(Socket socket) throws IOException {
        socket.getOutputStream().write(WORDS);
        byte[] answer = socket.getInputStream().readNBytes(WORDS.length);
        if (answer.length < WORDS.length) {
            throw new IOException("the answer ended after " + answer.length);
        }
        return answer;
    }

    private static ServerSocket echo() {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket client = server.accept();
                        Thread.ofVirtual().start(() -> echo(client));
                    } catch (IOException e) {
                        // Closed.
                    }
                }
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The other side has gone.
        }
    }
}
