package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/// One POST over a connection of its own, to the very address that was found to be public. A common client would
/// look the name up again and follow what the answer says; of this one's answer only the status is read.
@Component
class WebhookCall {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 5000;
    private static final int LONGEST_STATUS = 500;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final PublicAddresses addresses;

    WebhookCall(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /// @return the status of the answer
    /// @throws IOException when there was none
    int post(WebhookUrl url, Map<String, String> headers, String body) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Socket socket = connected(url)) {
            socket.setSoTimeout(millisUntil(deadline));
            byte[] content = body.getBytes(UTF_8);
            var head = new StringBuilder("POST " + url.path() + " HTTP/1.1\r\nHost: " + url.authority()
                    + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return status(socket, deadline);
        }
    }

    private Socket connected(WebhookUrl url) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(addresses.of(url.host()), url.port()), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            return url.tls() ? secured(plain, url) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, WebhookUrl url) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, url.host(), url.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int status(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        var line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_STATUS) {
            line.append((char) next);
            socket.setSoTimeout(millisUntil(deadline));
            next = in.read();
        }
        Matcher status = STATUS.matcher(line.toString().strip());
        if (!status.matches()) {
            throw new IOException("no answer of HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private static int millisUntil(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) left;
    }
}
