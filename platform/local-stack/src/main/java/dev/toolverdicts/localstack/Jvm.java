package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How this project starts a JVM: the same JDK as the launcher's, small, and marked with its data folder and name.
///
/// @param megabytes of heap
/// @param optimised the second compiler, which load runs need; without it a JVM starts sooner and stays smaller
record Jvm(int megabytes, boolean optimised) {

    static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    static final String LOG_SETTINGS = "-Dlogback.configurationFile=logback-processes.xml";

    private static final String DATA = "-Dstack.data=";
    private static final String NAME = "-Dstack.process=";

    /// A command that can be told from those of other data folders by [#isOf].
    List<String> command(DataFolder data, String name, List<String> more) {
        var command = new ArrayList<>(List.of(PROGRAM, DATA + data.root(), NAME + name));
        command.addAll(flags());
        command.addAll(more);
        return command;
    }

    /// The same for a class of this module, which is told the data folder first.
    List<String> command(DataFolder data, String name, Class<?> main, String... arguments) {
        var words = new ArrayList<>(List.of(
                LOG_SETTINGS,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                data.root().toString()));
        words.addAll(List.of(arguments));
        return command(data, name, words);
    }

    /// The flags that a training run and the runs with its cache must have in common, and the size of the heap.
    List<String> flags() {
        var flags = new ArrayList<>(List.of(
                "-Xmx%dm".formatted(optimised ? 4 * megabytes : megabytes),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                // Netty's, or each start warns of it.
                "--enable-native-access=ALL-UNNAMED",
                "-Xss512k"));
        if (!optimised) {
            flags.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m"));
        }
        return flags;
    }

    static boolean isOf(DataFolder data, List<String> command) {
        return command.contains(DATA + data.root());
    }

    static String name(List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith(NAME))
                .map(word -> word.substring(NAME.length()))
                .findFirst()
                .orElse("a process");
    }
}
