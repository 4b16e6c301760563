package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL 18 under the data folder: initialised once, durable, on loopback only.
final class Postgres {

    static final String NAME = "postgres";

    private static final String MAJOR_VERSION = "18";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "fsync=on",
            "synchronous_commit=on",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=warning",
            "log_checkpoints=off",
            // Why a row is refused holds its values, an address for one.
            "log_error_verbosity=terse",
            "jit=off");
    private static final List<String> SMALL = List.of("shared_buffers=64MB", "max_wal_size=512MB");
    private static final List<String> FOR_LOAD = List.of("shared_buffers=512MB", "max_wal_size=4GB");

    private final DataFolder data;
    private final int port;
    private final @Nullable Integer through;
    private final List<String> memory;
    private final PostgresPrograms programs;
    private final Path folder;
    private final Path cluster;

    /// @param through where clients that may be cut off find a proxy, null for none
    /// @param forLoad with memory for millions of votes
    Postgres(DataFolder data, int port, @Nullable Integer through, boolean forLoad) {
        this.data = data;
        this.port = port;
        this.through = through;
        this.memory = forLoad ? FOR_LOAD : SMALL;
        this.folder = data.path("postgres");
        this.programs = new PostgresPrograms(folder.resolve("programs"));
        this.cluster = cluster(data);
    }

    static Path cluster(DataFolder data) {
        return data.path("postgres", "data");
    }

    /// Whether a command line is that of a server on this data folder.
    static boolean isOf(DataFolder data, List<String> command) {
        return command.contains(cluster(data).toString()) && command.getFirst().endsWith("bin/postgres");
    }

    /// Unpacks the programs and makes the cluster, if that has not been done yet.
    void prepare() throws IOException {
        Files.createDirectories(folder);
        RunAs user = RunAs.chosenFor(folder);
        programs.unpack();
        user.own(programs.folder());
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            initialise(user);
            return;
        }
        // A restored one is whose the restore was.
        user.own(cluster);
        if (!Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new Refused("%s was made by PostgreSQL %s and this program brings %s; choose another --data DIR"
                    .formatted(cluster, Files.readString(version).strip(), MAJOR_VERSION));
        }
    }

    private void initialise(RunAs user) throws IOException {
        // Whole or not at all: a start may be interrupted here.
        Path fresh = folder.resolve("data.new");
        PostgresPrograms.delete(fresh);
        Path password = folder.resolve("first-password");
        Files.writeString(password, data.secret(NAME));
        user.own(password);
        run(user.command(
                programs.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + NAME,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C"));
        Files.delete(password);
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException {
        Path log = data.log(NAME);
        Process process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Refused("PostgreSQL cannot make its files in %s, see %s".formatted(folder, log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        // Not in a folder that the server's user may be unable to enter.
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    Unit unit() {
        Map<String, Object> facts = through == null ? Map.of() : Map.of("proxied", port, "through", through);
        // Only this server knows the password, so no other one is taken for it.
        return new Unit(NAME, Unit.Layer.DATABASE, port, facts, data.log(NAME), this::command, _ -> answers());
    }

    private ProcessBuilder command() throws IOException {
        PidFile.of(data).forgetStranger();
        List<String> command = RunAs.chosenFor(folder)
                .command(
                        programs.program("postgres").toString(),
                        "-D",
                        cluster.toString(),
                        "-p",
                        Integer.toString(port));
        Stream.concat(SETTINGS.stream(), memory.stream()).forEach(setting -> command.addAll(List.of("-c", setting)));
        return builder(command);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /// Makes a database and a role of its own for a service; does no harm when they are there.
    Database database(String name) throws IOException, SQLException {
        String password = data.secret(name + "-database");
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute("%s ROLE %s LOGIN PASSWORD '%s'".formatted(verb, name, password));
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
            statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(name));
        }
        return new Database(url(port, name), name, password);
    }

    /// The same for a service that may be cut off: through the proxy, if there is one.
    Database proxiedDatabase(String name) throws IOException, SQLException {
        Database straight = database(name);
        return through == null ? straight : new Database(url(through, name), name, straight.password());
    }

    /// Where a service keeps its data, and as whom.
    record Database(String url, String user, String password) {}

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    Connection connect() throws SQLException, IOException {
        return connect(NAME);
    }

    /// As the superuser.
    Connection connect(String database) throws SQLException, IOException {
        return DriverManager.getConnection(
                url(port, database) + "?connectTimeout=2&socketTimeout=10", NAME, data.secret(NAME));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
