package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// A real PostgreSQL 18 under the data folder: unpacked and initialised once, durable, on loopback only.
final class Postgres {

    private final DataFolder data;
    private final int port;
    private final Path programs;
    private final Path cluster;
    private final List<String> user;

    Postgres(DataFolder data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.programs = data.postgres().resolve("programs");
        this.cluster = data.postgres().resolve("data");
        this.user = UnprivilegedUser.prefix();
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// Unpacks the programs and makes the cluster, if that has not been done yet.
    void prepare() throws IOException {
        if (!Files.exists(programs.resolve("bin").resolve("postgres"))) {
            unpack();
        }
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            Path password = data.postgres().resolve("first-password");
            Files.writeString(password, data.secret("postgres"));
            UnprivilegedUser.give(user, data.postgres());
            run(
                    program("initdb"),
                    "-D",
                    cluster.toString(),
                    "-U",
                    "postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums");
            Files.delete(password);
        }
        UnprivilegedUser.give(user, data.postgres());
    }

    Unit unit() {
        return new Unit("postgres", port, data.logs().resolve("postgres.log"), this::command, this::answers, "INT");
    }

    private ProcessBuilder command() {
        var command = new ArrayList<>(user);
        command.addAll(List.of(
                program("postgres"),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_wal_size=512MB",
                "-c",
                "log_min_messages=warning"));
        // Not a folder that this user may be unable to enter.
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /// A database and a role of its own for a service, as often as called.
    void createDatabase(String name) throws IOException, SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            String password = data.secret(name + "-database");
            try (var role = statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
                String verb = role.next() ? "ALTER" : "CREATE";
                statement.execute("%s ROLE %s LOGIN PASSWORD '%s'".formatted(verb, name, password));
            }
            try (var database = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                if (!database.next()) {
                    statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                    statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
                }
            }
        }
    }

    private Connection connect() throws SQLException, IOException {
        DriverManager.setLoginTimeout(2);
        return DriverManager.getConnection(url("postgres"), "postgres", data.secret("postgres"));
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(String... words) throws IOException {
        var command = new ArrayList<>(user);
        command.addAll(List.of(words));
        Path log = data.logs().resolve("postgres.log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Refused("PostgreSQL cannot be initialised, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private void unpack() throws IOException {
        String archive = "/postgres-%s.txz".formatted(platform());
        try (InputStream packed = Postgres.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new Refused("no PostgreSQL for this platform: " + archive + " is missing");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(tar, entry);
                }
            }
        }
    }

    private void extract(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = programs.resolve(entry.getName()).normalize();
        if (!target.startsWith(programs)) {
            throw new IOException("unexpected path in archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0b001_000_000) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch");
        return system + "-" + (processor.equals("aarch64") ? "arm_64" : "x86_64");
    }
}
