package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs programs at the top of the checkout.
///
/// @param environment what they are told besides
public record Command(Map<String, String> environment) {

    /// What it prints, without blanks at the ends.
    ///
    /// @throws AssertionError when it fails
    public String says(String... words) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Checkout.ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", List.of(words).subList(0, Math.min(4, words.length)))
                        + " ended with " + process.exitValue() + ": " + said);
            }
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String compose(String... words) {
        return says(
                Stream.concat(Stream.of("docker", "compose"), Stream.of(words)).toArray(String[]::new));
    }
}
