package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param words what is no option: nothing to start, `token ROLE` for a token, `prepare` to make the AOT caches
/// @param optimised the compiler that load runs need, and larger heaps
record Options(
        List<String> words,
        int port,
        Path data,
        boolean empty,
        boolean optimised,
        @Nullable String critic,
        @Nullable String subject) {

    static final String USAGE = "usage: ./start [--port N] [--data DIR] [--empty] [--c2]"
            + " | ./start token ROLE [--critic KEY] [--subject NAME] [--data DIR]";

    /// @throws Refused when an option is unknown or lacks its value
    static Options parse(Path home, String... args) {
        var words = new ArrayList<String>();
        int port = 8080;
        Path data = home.resolve(".local");
        boolean empty = false;
        boolean optimised = false;
        String critic = null;
        String subject = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> empty = true;
                case "--c2" -> optimised = true;
                case "--port" -> port = port(value(args, ++i));
                case "--data" -> data = Path.of(value(args, ++i));
                case "--critic" -> critic = value(args, ++i);
                case "--subject" -> subject = value(args, ++i);
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new Refused("unknown option " + args[i] + "; " + USAGE);
                    }
                    words.add(args[i]);
                }
            }
        }
        return new Options(
                List.copyOf(words), port, data.toAbsolutePath().normalize(), empty, optimised, critic, subject);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length || args[at].isBlank()) {
            throw new Refused(args[at - 1] + " needs a value; " + USAGE);
        }
        return args[at];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refused("--port needs a number from 1 to 65535, not " + text, e);
        }
        throw new Refused("--port needs a number from 1 to 65535, not " + text);
    }
}
