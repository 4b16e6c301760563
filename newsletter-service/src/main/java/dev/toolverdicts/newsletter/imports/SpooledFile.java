package dev.toolverdicts.newsletter.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A body on disk for the time of its request: it is read more than once, and no transaction waits for a slow
/// sender.
record SpooledFile(Path path, byte[] hash) implements AutoCloseable {

    static SpooledFile of(InputStream body) throws IOException {
        Path path = Files.createTempFile("subscribers", ".csv");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(body, digest);
                    var out = Files.newOutputStream(path)) {
                in.transferTo(out);
            }
            return new SpooledFile(path, digest.digest());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
