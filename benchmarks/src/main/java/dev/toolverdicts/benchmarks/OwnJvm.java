package dev.toolverdicts.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A JVM beside this one, with the flags that `./start --c2` gives to services.
final class OwnJvm implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k");

    private final Process process;

    private OwnJvm(Process process) {
        this.process = process;
    }

    /// A main class of this module; returns when it has said its first line.
    static OwnJvm of(Class<?> main, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        Process process =
                command(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = process.inputReader();
        if (said.readLine() == null) {
            throw new IOException(main.getSimpleName() + " did not start");
        }
        return new OwnJvm(process);
    }

    /// A service's jar; returns when it is ready.
    static OwnJvm of(Path jar, Path log, Map<String, String> environment, BooleanSupplier ready) throws IOException {
        ProcessBuilder command = command(List.of("-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(environment);
        var jvm = new OwnJvm(command.start());
        Waiting.until(jar.getFileName() + " is ready", 120, () -> {
            if (!jvm.process.isAlive()) {
                throw new IllegalStateException(jar.getFileName() + " ended, its log is " + log);
            }
            return ready.getAsBoolean();
        });
        return jvm;
    }

    private static ProcessBuilder command(List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
