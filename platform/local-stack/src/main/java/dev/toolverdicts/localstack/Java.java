package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How this project starts a JVM: the same JDK as the launcher's, small, and marked with its data folder.
final class Java {

    static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Java() {}

    /// @param full the optimising compiler that loads need; without it a JVM starts sooner and stays smaller
    static List<String> command(DataFolder data, int megabytes, boolean full, String... more) {
        var command = new ArrayList<>(List.of(PROGRAM, "-Dstack.data=" + data.root()));
        command.addAll(flags(megabytes, full));
        command.addAll(List.of(more));
        return command;
    }

    static List<String> flags(int megabytes, boolean full) {
        var flags = new ArrayList<>(List.of(
                "-Xmx%dm".formatted(full ? 4 * megabytes : megabytes),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "-Dfile.encoding=UTF-8"));
        if (!full) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }
}
