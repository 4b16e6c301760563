package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.mvn/find-jdk.sh` with folders that look like JDKs.
class FindJdkTest {

    private static final Path SCRIPT = Path.of("../../.mvn/find-jdk.sh").toAbsolutePath();

    @TempDir
    private Path root;

    @Test
    void javaHomeWinsWhenItIsNewEnough() throws Exception {
        jdk("usr/lib/jvm/other", "25.0.1");
        Path own = jdk("my jdk", "26");

        assertThat(find(Map.of("JAVA_HOME", own.toString()))).isEqualTo(own.toString());
    }

    @Test
    void anOldJavaHomeIsPassedOverForAFolderOfTheSystem() throws Exception {
        Path old = jdk("usr/lib/jvm/java-17", "17.0.15");
        Path good = jdk("usr/lib/jvm/temurin-25", "25.0.3");

        assertThat(find(Map.of("JAVA_HOME", old.toString()))).isEqualTo(good.toString());
    }

    @Test
    void theOneOnThePathIsFoundThroughLinks() throws Exception {
        Path good = jdk("some where/jdk", "25");
        Path bin = Files.createDirectories(root.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("link"), good.resolve("bin/javac"));
        Files.createSymbolicLink(bin.resolve("javac"), Path.of("link"));

        assertThat(find(Map.of("PATH", bin + ":/usr/bin:/bin")))
                .isEqualTo(good.toRealPath().toString());
    }

    @Test
    void sdkmansFolderInAHomeWithASpaceIsSearched() throws Exception {
        Path good = jdk("home of ann/.sdkman/candidates/java/25-tem", "25");

        assertThat(find(Map.of("HOME", root.resolve("home of ann").toString()))).isEqualTo(good.toString());
    }

    @Test
    void homebrewsFolderIsSearched() throws Exception {
        Path good = jdk("opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home", "25.0.2");

        assertThat(find(Map.of())).isEqualTo(good.toString());
    }

    @Test
    void withoutOneItSaysSoInOneLineWithTheRemedy() throws Exception {
        jdk("usr/lib/jvm/java-24", "24.0.1");
        Files.createDirectories(root.resolve("usr/lib/jvm/empty"));

        assertThat(find(Map.of()))
                .isEqualTo("No JDK 25 or newer found: install one (for example Temurin 25), or set JAVA_HOME to it.");
    }

    private Path jdk(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\n").toFile().setExecutable(true);
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    private String find(Map<String, String> environment) throws IOException, InterruptedException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : new String[] {"sed", "readlink", "dirname"}) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", "-eu", "-c", ". \"$1\"; find_jdk && echo \"$JAVA_HOME\"", "sh", SCRIPT.toString())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", root.resolve("nobody").toString());
        builder.environment().put("JDK_ROOT", root.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return said;
    }
}
