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
    /// The sum of a histogram, for which everything is collected first: objects and bytes.
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

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
            return number(PEAK, Files.readString(proc("status"))) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What of its heap can still be reached.
    double liveHeap() {
        return number(LIVE, jcmd("GC.class_histogram")) / 1024 / 1024;
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
        return Long.parseLong(found.group(1));
    }
}
