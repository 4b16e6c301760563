package dev.toolverdicts.newsletter.preflight;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Answers questions for TXT records from a script; a name without a line is not there.
final class ScriptedNameServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    ScriptedNameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    ScriptedNameServer with(String name, String text) {
        texts.put(name, text);
        return this;
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            var question = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(question);
                byte[] answer = answer(question.getData(), question.getLength());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] asked, int length) {
        var name = new StringBuilder();
        int at = 12;
        while (asked[at] != 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(asked, at + 1, asked[at], US_ASCII));
            at += asked[at] + 1;
        }
        int end = at + 5;
        String text = texts.get(name.toString().toLowerCase(Locale.ROOT));
        var out = new ByteArrayOutputStream(length + 300);
        out.write(asked, 0, 2);
        out.writeBytes(new byte[] {
            (byte) 0x85, (byte) (text == null ? 0x83 : 0x80), 0, 1, 0, (byte) (text == null ? 0 : 1), 0, 0, 0, 0
        });
        out.write(asked, 12, end - 12);
        if (text != null) {
            byte[] first = text.substring(0, text.length() / 2).getBytes(US_ASCII);
            byte[] second = text.substring(text.length() / 2).getBytes(US_ASCII);
            out.writeBytes(
                    new byte[] {(byte) 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte) (first.length + second.length + 2)
                    });
            out.write(first.length);
            out.writeBytes(first);
            out.write(second.length);
            out.writeBytes(second);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
