package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// What the newsletter takes for its mail server. Mail to one domain it only counts, however much there is, and nobody
/// can kill it; all other mail goes on to the mailbox.
public final class MailSwitch {

    /// Where counted mail goes to.
    public static final String COUNTED = "counted.example.org";

    /// How long a counted mail waits for its reply, as a server does that writes to a disk: who is killed meanwhile
    /// does not know what became of it.
    private static final Duration PONDERED = Duration.ofMillis(2);

    private final ServerSocket listening;
    private final IntSupplier mailbox;
    private final Map<String, Integer> copies = new ConcurrentHashMap<>();
    private final AtomicLong counted = new AtomicLong();

    private MailSwitch(ServerSocket listening, IntSupplier mailbox) {
        this.listening = listening;
        this.mailbox = mailbox;
    }

    /// @param mailbox the port of the mailbox, asked when there is mail for it
    static MailSwitch open(IntSupplier mailbox) throws IOException {
        var opened = new MailSwitch(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), mailbox);
        Thread.ofVirtual().name("mail-switch").start(opened::listen);
        return opened;
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Counted mails so far; a mail counts when its final dot has come.
    public long counted() {
        return counted.get();
    }

    /// How often each address got one.
    public Map<String, Integer> copies() {
        return Map.copyOf(copies);
    }

    private void listen() {
        while (true) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            converse(reader(socket), socket.getOutputStream());
        } catch (IOException gone) {
            // killed, as is to be expected here
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 switch ESMTP");
        List<String> envelope = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("MAIL ")) {
                envelope.clear();
            }
            if (line.startsWith("MAIL ") || line.startsWith("RCPT ")) {
                envelope.add(line);
            }
            if (line.equals("DATA")) {
                say(out, "354 go on");
                say(out, take(envelope, body(in)));
            } else if (line.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 OK");
            }
        }
    }

    /// As it came, up to the final dot.
    private static String body(BufferedReader in) throws IOException {
        var raw = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            raw.append(line).append("\r\n");
            if (line.equals(".")) {
                return raw.toString();
            }
        }
        throw new IOException("broken off");
    }

    private String take(List<String> envelope, String body) throws IOException {
        String recipient = envelope.getLast().replaceAll(".*<(.*)>.*", "$1");
        if (!recipient.endsWith("@" + COUNTED)) {
            return passOn(envelope, body);
        }
        copies.merge(recipient, 1, Integer::sum);
        counted.incrementAndGet();
        LockSupport.parkNanos(PONDERED.toNanos());
        return "250 2.0.0 counted";
    }

    private String passOn(List<String> envelope, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), mailbox.getAsInt())) {
            BufferedReader in = reader(socket);
            OutputStream out = socket.getOutputStream();
            reply(in);
            var words = new ArrayList<>(List.of("EHLO switch"));
            words.addAll(envelope);
            words.add("DATA");
            for (String word : words) {
                say(out, word);
                String reply = reply(in);
                if (reply.charAt(0) > '3') {
                    return reply;
                }
            }
            out.write(body.getBytes(ISO_8859_1));
            out.flush();
            return reply(in);
        }
    }

    /// The last line of one.
    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.isEmpty()) {
            throw new IOException("no reply");
        }
        return line;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }
}
