package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Another JVM of the same user, looked at from outside (Linux). Figures are MiB.
record JvmProcess(long pid) {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    /// What is left after a collection of everything is here, with the serial collector.
    private static final Pattern OLD = Pattern.compile("(?i)tenured.* used (\\d+)K");

    private static final String FORGET_PEAK = "5";

    void forgetPeak() {
        try {
            Files.writeString(proc("clear_refs"), FORGET_PEAK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Most resident memory since [#forgetPeak].
    double peak() {
        try {
            return number(PEAK, Files.readString(proc("status")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What of its heap is in use, after collecting what is not.
    double liveHeap() {
        var _ = jcmd("GC.run");
        return number(OLD, jcmd("GC.heap_info"));
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command))
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + said);
        }
        return Long.parseLong(found.group(1)) / 1024.0;
    }
}
