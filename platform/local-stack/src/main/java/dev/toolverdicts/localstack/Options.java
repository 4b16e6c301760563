package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param words what is no option: nothing to start, `token ROLE` for a token, `backup FOLDER` and
///     `restore FOLDER`, `rotate SECRET` and `retire SECRET`, `prepare` to make the AOT caches
/// @param optimised the compiler that load runs need, and larger heaps
/// @param detours for fault tests
/// @param erasures lists of who was erased that a restore takes along
/// @param by who changes a secret, if not who is logged in
record Options(
        List<String> words,
        int port,
        Path data,
        boolean empty,
        boolean optimised,
        Copies copies,
        Detours detours,
        @Nullable String critic,
        @Nullable String subject,
        @Nullable Path erasures,
        @Nullable String by) {

    static final String USAGE = "usage: ./start [--port N] [--data DIR] [--empty] [--c2] [--copies SERVICE=N]"
            + " | ./start token ROLE [--critic KEY] [--subject NAME] [--data DIR] | ./start backup FOLDER [--data DIR]"
            + " | ./start restore FOLDER [--erasures FOLDER] [--data DIR] | ./start rotate SECRET [--by NAME] [--data DIR]"
            + " | ./start retire SECRET [--by NAME] [--data DIR]";

    /// @throws Refused when an option is unknown or lacks its value
    static Options parse(Path home, String... args) {
        var words = new ArrayList<String>();
        int port = 8080;
        Path data = home.resolve(".local");
        boolean empty = false;
        boolean optimised = false;
        Copies copies = Copies.ONE_OF_EACH;
        Detours detours = Detours.NONE;
        String critic = null;
        String subject = null;
        Path erasures = null;
        String by = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> empty = true;
                case "--c2" -> optimised = true;
                case "--port" -> port = port(args, ++i);
                case "--copies" -> copies = copies.and(value(args, ++i));
                case "--kafka-advertise" -> detours = detours.withKafka(port(args, ++i));
                case "--postgres-via" -> detours = detours.withPostgres(port(args, ++i));
                case "--data" -> data = Path.of(value(args, ++i));
                case "--critic" -> critic = value(args, ++i);
                case "--subject" -> subject = value(args, ++i);
                case "--erasures" -> erasures = absolute(value(args, ++i));
                case "--by" -> by = value(args, ++i);
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new Refused("unknown option " + args[i] + "; " + USAGE);
                    }
                    words.add(args[i]);
                }
            }
        }
        return new Options(
                List.copyOf(words),
                port,
                absolute(data.toString()),
                empty,
                optimised,
                copies,
                detours,
                critic,
                subject,
                erasures,
                by);
    }

    /// The folder that the second word names.
    ///
    /// @throws Refused when there is not just one
    Path folder() {
        if (words.size() != 2) {
            throw new Refused(USAGE);
        }
        return absolute(words.get(1));
    }

    /// From where the command was typed.
    private static Path absolute(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static String value(String[] args, int at) {
        if (at >= args.length || args[at].isBlank()) {
            throw new Refused(args[at - 1] + " needs a value; " + USAGE);
        }
        return args[at];
    }

    private static int port(String[] args, int at) {
        String text = value(args, at);
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new Refused(args[at - 1] + " needs a number from 1 to 65535, not " + text);
    }
}
