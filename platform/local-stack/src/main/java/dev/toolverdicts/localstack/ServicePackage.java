package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// A service's jar, unpacked, with a cache of what a training run had loaded and linked (JEP 483). A
/// cache is good for one jar at one place, one build of the JDK and one set of flags; all of that is
/// written beside it.
final class ServicePackage {

    private static final int MEGABYTES = 128;
    private static final long PATIENCE_SECONDS = 240;

    /// Enough for the application to put itself together with nothing around it: no database,
    /// no log, no keys.
    private static final Map<String, String> TRAINING = Map.ofEntries(
            entry("SPRING_FLYWAY_ENABLED", "false"),
            entry("SPRING_KAFKA_ADMIN_AUTO_CREATE", "false"),
            entry("SPRING_KAFKA_PROPERTIES_RECONNECT_BACKOFF_MS", "60000"),
            entry("SPRING_KAFKA_PROPERTIES_RECONNECT_BACKOFF_MAX_MS", "60000"),
            entry("SPRING_DATASOURCE_HIKARI_INITIALIZATION_FAIL_TIMEOUT", "-1"),
            entry("SPRING_DATASOURCE_PASSWORD", "none"),
            entry("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", "http://127.0.0.1:9/jwks.json"),
            entry("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "http://127.0.0.1:9"),
            entry("VOTE_SECRET", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            entry("NEWSLETTER_TOKEN_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            entry("IDENTITY_PASSWORD", "none"),
            entry("IDENTITY_CLIENT_SECRET", "none"),
            entry("SERVER_PORT", "0"));

    private final String name;
    private final Path jar;
    private final Path folder;
    private final Jvm jvm;

    private ServicePackage(String name, Path jar, Jvm jvm) {
        this.name = name;
        this.jar = jar;
        this.folder = jar.resolveSibling("local-stack");
        this.jvm = jvm;
    }

    /// @param home the checkout
    /// @param module its folder there, whose last part is the service's name
    /// @param optimised see [Jvm]
    /// @throws Refused when the service has not been built
    static ServicePackage of(Path home, String module, boolean optimised) {
        Path target = home.resolve(module).resolve("target");
        String name = module.substring(module.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            Path jar = files.filter(file ->
                            file.getFileName().toString().matches(name + "-[0-9].*(?<!-sources|-javadoc)\\.jar"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new Refused("there is no jar in %s; ./start builds it".formatted(target)));
            return new ServicePackage(name, jar, new Jvm(MEGABYTES, optimised));
        } catch (IOException e) {
            throw new Refused("%s cannot be read: %s".formatted(target, e), e);
        }
    }

    String name() {
        return name;
    }

    /// Unpacks and trains.
    ///
    /// @throws IOException when either fails; [#command] works all the same, only slower
    void prepare() throws IOException {
        PostgresPrograms.delete(folder);
        Files.createDirectories(folder);
        run(List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder.toString()));
        Files.writeString(stamp("unpacked"), identity());
        var training = new ArrayList<>(jvm.flags());
        training.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                unpacked().toString()));
        run(training);
        if (!Files.exists(cache())) {
            throw new IOException("the training run left no cache, see " + log());
        }
        Files.writeString(stamp("trained"), identity());
    }

    boolean isPrepared() throws IOException {
        return isStamped("trained");
    }

    /// @param process what this copy of the service is called
    List<String> command(DataFolder data, String process) throws IOException {
        var words = new ArrayList<String>();
        if (isStamped("trained")) {
            words.add("-XX:AOTCache=" + cache());
        }
        words.addAll(List.of("-jar", (isStamped("unpacked") ? unpacked() : jar).toString()));
        return jvm.command(data, process, words);
    }

    private boolean isStamped(String step) throws IOException {
        return Files.exists(stamp(step)) && Files.readString(stamp(step)).equals(identity());
    }

    /// What the cache was made of and for. Compilers and heaps may differ between training and run.
    private String identity() throws IOException {
        return String.join(
                "\n",
                jar.toString(),
                Long.toHexString(content()),
                System.getProperty("java.home"),
                System.getProperty("java.vm.version"),
                String.join(" ", new Jvm(MEGABYTES, false).flags()));
    }

    /// A sum over the sums of what is in the jar. Its time says nothing, reproducible builds give it
    /// always the same.
    private long content() throws IOException {
        var sum = new CRC32();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(UTF_8)));
        }
        return sum.getValue();
    }

    private Path unpacked() {
        return folder.resolve(jar.getFileName());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private Path stamp(String step) {
        return folder.resolve(step);
    }

    private Path log() {
        return folder.resolve("prepare.log");
    }

    private void run(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(Jvm.PROGRAM));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(TRAINING);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("it failed or took too long, see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
