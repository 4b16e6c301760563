package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A mail server that does what a script says at every step: answer, answer something else, or cut the connection.
public final class ScriptedSmtpServer implements Closeable {

    /// Said instead of a reply: the connection is cut.
    public static final String CUT = "";

    public enum Step {
        BANNER("220 scripted ESMTP"),
        EHLO("250-scripted\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 10000000"),
        MAIL("250 2.1.0 OK"),
        RCPT("250 2.1.5 OK"),
        DATA("354 go on"),
        MID_BODY(""),
        AFTER_DOT("250-2.0.0 taken\r\n250 for good"),
        AFTER_REPLY("");

        private final String usual;

        Step(String usual) {
            this.usual = usual;
        }
    }

    @FunctionalInterface
    public interface Script {

        /// What is said at this step.
        ///
        /// @param whom the recipient; before one is named the sender, or nobody yet
        /// @return the reply, [#CUT], or null for the usual
        @Nullable
        String at(Step step, String whom);
    }

    /// A message whose final dot has arrived, whatever was said then.
    public record Arrived(String sender, String recipient, String raw) {}

    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final ServerSocket listening;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Script script;

    public ScriptedSmtpServer(Script script) throws IOException {
        this.script = script;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public void follow(Script next) {
        script = next;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public List<Arrived> arrived() {
        return arrived;
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void serve(Socket socket) {
        connections.incrementAndGet();
        open.add(socket);
        try (socket) {
            converse(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)),
                    socket.getOutputStream());
        } catch (SocketException | Cut gone) {
            // cut by either side
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            open.remove(socket);
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, Step.BANNER, "");
        String sender = "";
        String recipient = "";
        // Of the commands so far; the next is out of order unless it is one.
        boolean taken = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) {
                say(out, Step.EHLO, "");
            } else if (line.startsWith("MAIL FROM:")) {
                sender = inBrackets(line);
                taken = say(out, Step.MAIL, sender).startsWith("250");
            } else if (!taken && (line.startsWith("RCPT") || line.equals("DATA"))) {
                write(out, "503 5.5.1 out of order");
            } else if (line.startsWith("RCPT TO:")) {
                recipient = inBrackets(line);
                taken = say(out, Step.RCPT, recipient).startsWith("250");
            } else if (line.equals("DATA")) {
                if (say(out, Step.DATA, recipient).startsWith("354")) {
                    String raw = body(in, recipient);
                    arrived.add(new Arrived(sender, recipient, raw));
                    say(out, Step.AFTER_DOT, recipient);
                    cutIfAsked(Step.AFTER_REPLY, recipient);
                }
            } else if (line.equals("QUIT")) {
                return;
            } else {
                write(out, "250 OK");
            }
        }
    }

    private String body(BufferedReader in, String recipient) throws IOException {
        var raw = new StringBuilder();
        int lines = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return raw.toString();
            }
            raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (++lines == 20) {
                cutIfAsked(Step.MID_BODY, recipient);
            }
        }
        throw new Cut();
    }

    private void cutIfAsked(Step step, String whom) throws Cut {
        if (CUT.equals(script.at(step, whom))) {
            throw new Cut();
        }
    }

    private String say(OutputStream out, Step step, String whom) throws IOException {
        String said = script.at(step, whom);
        String reply = said == null ? step.usual : said;
        if (reply.isEmpty()) {
            throw new Cut();
        }
        write(out, reply);
        if (reply.startsWith("421")) {
            throw new Cut();
        }
        return reply;
    }

    private static void write(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static String inBrackets(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
}
