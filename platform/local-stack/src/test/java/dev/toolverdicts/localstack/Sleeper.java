package dev.toolverdicts.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A process to watch: prints a dot and what it is told, listens on a port, and ends only when it is made to.
final class Sleeper {

    private Sleeper() {}

    // Arguments: nothing, or a port to listen on.
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            System.out.println("listening");
        }
        System.out.print(".");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    static List<String> command(String... arguments) {
        return command(Sleeper.class, arguments);
    }

    /// A process that says something and fails.
    static final class Failing {

        private Failing() {}

        public static void main(String[] args) {
            System.out.println(args[0]);
            System.exit(3);
        }
    }

    static List<String> command(Class<?> main, String... arguments) {
        try {
            Path classes = Path.of(
                    main.getProtectionDomain().getCodeSource().getLocation().toURI());
            assert Files.exists(classes);
            var words = new java.util.ArrayList<>(List.of("-cp", classes.toString(), main.getName()));
            words.addAll(List.of(arguments));
            return words;
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
