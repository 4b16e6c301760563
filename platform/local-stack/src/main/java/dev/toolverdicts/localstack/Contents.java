package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What of a data folder cannot be made again, and so belongs into a backup. Logs, programs and
/// the mailbox's mails do not: mails would bring back addresses of people who were erased.
///
/// @param folders relative, those above before those within; PostgreSQL needs its empty ones
/// @param files relative
record Contents(List<Path> folders, List<Path> files, long bytes) {

    /// What a restore replaces, by its place in the data folder.
    static final List<Path> REPLACED = List.of(
            Path.of("version"),
            Path.of("sample-data-loaded"),
            Path.of("secrets"),
            Path.of("postgres", "data"),
            Path.of("kafka", "log"),
            Path.of("kafka", "own.properties"));

    private static final Path LISTS = Path.of(DataFolder.ERASURES);

    /// Of a server that runs, and of one that ran: a copy of it is neither.
    private static final Set<String> OF_A_PROCESS = Set.of("postmaster.pid", "postmaster.opts", ".lock");

    /// Kafka sets aside so much for an index that still grows, and makes an index anew that is
    /// missing.
    private static final long GROWING_INDEX = 1024 * 1024;

    static Contents of(DataFolder data) throws IOException {
        var walk = new Walk(data.root());
        for (Path part : REPLACED) {
            walk.through(part);
        }
        walk.through(LISTS);
        return new Contents(List.copyOf(walk.folders), List.copyOf(walk.files), walk.bytes);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> folders = new ArrayList<>();
        private final List<Path> files = new ArrayList<>();
        private long bytes;

        Walk(Path root) {
            this.root = root;
        }

        /// Through links too: a list or a log may lie on another disk.
        void through(Path part) throws IOException {
            Path place = root.resolve(part);
            if (Files.exists(place)) {
                Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folders.add(root.relativize(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isLeftOut(file.getFileName().toString(), attributes.size())) {
                files.add(root.relativize(file));
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isLeftOut(String name, long size) {
        return OF_A_PROCESS.contains(name)
                || (size >= GROWING_INDEX && (name.endsWith(".index") || name.endsWith(".timeindex")));
    }

    /// Every folder, and every file by the file system's own means.
    void copy(Path from, Path to) throws IOException {
        for (Path folder : folders) {
            Files.createDirectories(to.resolve(folder));
        }
        for (Path file : files) {
            Path target = to.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(from.resolve(file), target);
        }
    }
}
