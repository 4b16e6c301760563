package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs for this platform, unpacked once per version.
record PostgresPrograms(Path folder) {

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// @throws Refused when the project has none for this platform
    void unpack() throws IOException {
        String archive = "/postgres-%s.txz".formatted(platform());
        URL source = PostgresPrograms.class.getResource(archive);
        if (source == null) {
            throw new Refused("there is no PostgreSQL for this platform, %s is missing".formatted(archive));
        }
        // The address names the version.
        Path stamp = folder.resolve("unpacked-from");
        String version = source.toString().replaceAll(".*/([^/!]+)!.*", "$1");
        if (Files.exists(stamp) && Files.readString(stamp).equals(version)) {
            return;
        }
        // Whole or not at all: a start may be interrupted here.
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        try (InputStream packed = source.openStream()) {
            new PostgresPrograms(fresh).unpack(packed);
        }
        Files.writeString(fresh.resolve(stamp.getFileName()), version);
        delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void unpack(InputStream packed) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry);
            }
        }
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
    }
}
