package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A service's jar, unpacked, with the classes of a training run kept ready (JEP 483). The cache is only good for one
/// JDK, one set of flags and one place, so all three are written beside it.
final class Package {

    private static final int MEGABYTES = 128;

    private final String name;
    private final Path jar;
    private final Path folder;

    private Package(String name, Path jar) {
        this.name = name;
        this.jar = jar;
        this.folder = jar.resolveSibling("unpacked");
    }

    static Package of(Path home, String name) {
        Path target = home.resolve(name).resolve("target");
        try (Stream<Path> jars = Files.list(target)) {
            return new Package(
                    name,
                    jars.filter(file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
                            .min(Comparator.naturalOrder())
                            .orElseThrow(() -> new Refused("no jar in " + target + "; run ./start, which builds it")));
        } catch (IOException e) {
            throw new Refused("no jar in " + target + "; run ./start, which builds it", e);
        }
    }

    List<String> command(DataFolder data, boolean full) {
        String cache = full ? "-XX:AOTMode=off" : "-XX:AOTCache=" + cache();
        return Java.command(data, MEGABYTES, full, cache, "-jar", app().toString());
    }

    /// Unpacks and trains, unless that has been done for this very jar.
    ///
    /// @return whether there was something to do
    boolean prepare() throws IOException {
        if (Files.exists(stamp()) && Files.readString(stamp()).equals(identity())) {
            return false;
        }
        deleteFolder();
        run(List.of(
                Java.PROGRAM,
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.toString()));
        var training = new ArrayList<>(List.of(Java.PROGRAM));
        training.addAll(Java.flags(MEGABYTES, false));
        training.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache(),
                "-Dspring.context.exit=onRefresh",
                // Nothing outside is there while training: no database, no log, no keys.
                "-Dspring.flyway.enabled=false",
                "-Dspring.kafka.admin.auto-create=false",
                "-Dspring.datasource.hikari.initialization-fail-timeout=-1",
                "-Dspring.datasource.password=none",
                "-Dspring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:9/jwks.json",
                "-Dspring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9",
                "-Dserver.port=0",
                "-jar",
                app().toString()));
        run(training);
        if (!Files.exists(cache())) {
            throw new IOException(
                    "the training run of " + name + " left no cache, see " + folder.resolveSibling("training.log"));
        }
        Files.writeString(stamp(), identity());
        return true;
    }

    private String identity() throws IOException {
        FileTime built = Files.getLastModifiedTime(jar);
        return String.join(
                "\n",
                jar.toString(),
                built.toString(),
                System.getProperty("java.vm.version"),
                String.join(" ", Java.flags(MEGABYTES, false)));
    }

    private Path app() {
        return folder.resolve(jar.getFileName());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private Path stamp() {
        return folder.resolve("app.aot.of");
    }

    private void run(List<String> command) throws IOException {
        Files.createDirectories(folder);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("training.log").toFile()));
        builder.environment().put("VOTE_SECRET", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "none");
        builder.environment()
                .put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", "http://127.0.0.1:9/jwks.json");
        builder.environment().put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "http://127.0.0.1:9");
        Process process = builder.start();
        try {
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("preparing " + name + " failed, see " + folder.resolveSibling("training.log"));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void deleteFolder() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
