package dev.toolverdicts.localstack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Starts a process in a session of its own: Ctrl-C and a closing terminal then reach the launcher alone, which stops
/// the
/// others in good order. The program that does it becomes the process, so the pid stays.
final class OwnSession {

    private static final List<String> PREFIX = isOnPath("setsid")
            ? List.of("setsid")
            // macOS has no setsid command.
            : isOnPath("perl")
                    ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 127")
                    : List.of();

    private OwnSession() {}

    static ProcessBuilder of(ProcessBuilder builder) {
        builder.command().addAll(0, PREFIX);
        return builder;
    }

    static boolean isOnPath(String program) {
        return Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
