package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookCallTest {

    private static final AlertSettings OPEN = new AlertSettings(3, Duration.ZERO, true, true);

    private final WebhookCall call = new WebhookCall(new PublicAddresses(OPEN));

    /// Answers one connection and tells all that came over it until then.
    private static CompletableFuture<String> once(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (server;
                    Socket socket = server.accept()) {
                var read = new StringBuilder();
                byte[] buffer = new byte[4096];
                while (!read.toString().endsWith("{}")) {
                    int n = socket.getInputStream().read(buffer);
                    if (n < 0) {
                        break;
                    }
                    read.append(new String(buffer, 0, n, UTF_8));
                }
                socket.getOutputStream().write(answer.getBytes(UTF_8));
                socket.getOutputStream().flush();
                return read.toString();
            } catch (IOException e) {
                return "broken: " + e;
            }
        });
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private int post(ServerSocket server, String answer) throws IOException {
        WebhookUrl url = new WebhookUrl(false, "127.0.0.1", server.getLocalPort(), "/hook?x=1");
        CompletableFuture<String> request = once(server, answer);
        int status = call.post(url, Map.of("Content-Type", "application/json"), "{}");
        assertThat(request.join())
                .startsWith("POST /hook?x=1 HTTP/1.1\r\nHost: 127.0.0.1:" + url.port() + "\r\nConnection: close\r\n")
                .contains("Content-Length: 2\r\n")
                .endsWith("\r\n\r\n{}");
        return status;
    }

    @Test
    void theStatusIsWhatIsRead() throws IOException {
        assertThat(post(listening(), "HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(204);
        assertThat(post(listening(), "HTTP/1.0 500\r\n\r\n")).isEqualTo(500);
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws IOException {
        try (ServerSocket inside = listening()) {
            inside.setSoTimeout(300);
            String answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + inside.getLocalPort() + "/\r\n\r\n";
            assertThat(post(listening(), answer)).isEqualTo(302);
            assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void whatIsNoHttpIsNoAnswer() {
        for (String answer : new String[] {"", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 99 x\r\n", "x".repeat(100_000)}) {
            assertThatThrownBy(() -> post(listening(), answer)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsInsideIsNotEvenConnectedTo() throws IOException {
        try (ServerSocket inside = listening()) {
            inside.setSoTimeout(300);
            var strict = new WebhookCall(new PublicAddresses(PublicAddressesTest.STRICT));
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                var url = new WebhookUrl(false, host, inside.getLocalPort(), "/");
                assertThatThrownBy(() -> strict.post(url, Map.of(), "{}")).isInstanceOf(UnknownHostException.class);
            }
            assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsTheCall(@TempDir Path folder) throws Exception {
        try (ServerSocket server = selfSigned(folder)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = new WebhookUrl(true, "localhost", server.getLocalPort(), "/");
            CompletableFuture<String> request = once(server, "HTTP/1.1 200 OK\r\n\r\n");
            assertThatThrownBy(() -> call.post(url, Map.of(), "{}")).isInstanceOf(SSLException.class);
            assertThat(request.join()).doesNotContain("POST");
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        int done = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "self",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(done).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
