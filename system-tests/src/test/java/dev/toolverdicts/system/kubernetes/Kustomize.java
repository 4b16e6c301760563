package dev.toolverdicts.system.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolverdicts.system.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Kustomize where it is installed, by itself or within kubectl.
///
/// @param words how it is called, but for the folder
record Kustomize(List<String> words) {

    private static final int OLDEST = 5;
    private static final Pattern KUBECTL_HAS = Pattern.compile("Kustomize Version: v(\\d+)\\.");
    private static final Pattern ITSELF = Pattern.compile("v(\\d+)\\.");
    private static final Command COMMAND = new Command(Map.of());
    private static final Optional<Kustomize> FOUND = find();

    /// Skips what asks for it where there is none.
    static Kustomize installed() {
        assumeTrue(FOUND.isPresent(), "No Kustomize 5 or kubectl with one found, so no manifests are rendered");
        return FOUND.orElseThrow();
    }

    /// What a folder comes to, as YAML.
    ///
    /// @param folder below the top of the checkout
    String build(String folder) {
        return COMMAND.says(Stream.concat(words.stream(), Stream.of(folder)).toArray(String[]::new));
    }

    private static Optional<Kustomize> find() {
        if (isRecent("kustomize", ITSELF, "kustomize", "version")) {
            return Optional.of(new Kustomize(List.of("kustomize", "build")));
        }
        if (isRecent("kubectl", KUBECTL_HAS, "kubectl", "version", "--client")) {
            return Optional.of(new Kustomize(List.of("kubectl", "kustomize")));
        }
        return Optional.empty();
    }

    private static boolean isRecent(String program, Pattern version, String... question) {
        if (!isThere(program)) {
            return false;
        }
        Matcher said = version.matcher(COMMAND.says(question));
        return said.find() && Integer.parseInt(said.group(1)) >= OLDEST;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
