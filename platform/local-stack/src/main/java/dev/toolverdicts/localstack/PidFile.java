package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where PostgreSQL writes who serves a cluster. It survives a power cut, and PostgreSQL then refuses to start for as
/// long as any process has that pid.
record PidFile(DataFolder data, Path path) {

    static PidFile of(DataFolder data) {
        return new PidFile(data, Postgres.cluster(data).resolve("postmaster.pid"));
    }

    /// The file of a server that was only killed stays: PostgreSQL finds by it what is left of that server.
    void forgetStranger() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<String> lines = Files.readAllLines(path);
        boolean isAlive = !lines.isEmpty()
                && lines.getFirst().strip().matches("[0-9]{1,9}")
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent();
        boolean isOurs =
                Orphans.of(data).stream().anyMatch(orphan -> orphan.name().equals(Postgres.NAME));
        if (isAlive && !isOurs) {
            Files.delete(path);
        }
    }
}
