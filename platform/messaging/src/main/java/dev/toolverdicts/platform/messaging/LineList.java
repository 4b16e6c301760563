package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list that outlives the database beside it and every backup of it: lines in files of a folder.
///
/// Each line is on the disk before its caller goes on. A file is of one process and one day, so
/// any number of copies share the folder without a lock, and whoever keeps backups for a month may
/// delete files that are older. Lines are never changed or taken out.
public final class LineList {

    private final Path folder;
    private final String ending;
    private final Ids ids;
    private @Nullable Path file;

    /// @param folder made when the first line is added
    /// @param ending of the files' names, with a dot
    public LineList(Path folder, String ending, Ids ids) {
        this.folder = folder;
        this.ending = ending;
        this.ids = ids;
    }

    /// Returns when the line is on the disk.
    ///
    /// @param at whose day the line belongs to
    /// @param line without a line break
    /// @throws IOException when it may be there or not; adding it again does no harm to a list of
    ///     facts
    public synchronized void add(Instant at, String line) throws IOException {
        Path target = file(at.atOffset(ZoneOffset.UTC).toLocalDate());
        try (var out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            // Half a line may stand at its end now, and nothing may follow that.
            file = null;
            throw e;
        }
    }

    private Path file(LocalDate day) throws IOException {
        Path known = file;
        if (known == null || !known.getFileName().toString().startsWith(day.toString())) {
            Files.createDirectories(folder);
            known = folder.resolve(day + "-" + ids.next() + ending);
            file = known;
        }
        return known;
    }

    /// All of it. Half a line at the end of a file is one that nobody was promised.
    ///
    /// @param parse what a line means, empty when it means nothing
    /// @throws IOException when the list cannot be read, also when a line means nothing: to go on
    ///     without it could be wrong
    public <T> List<T> read(Function<String, Optional<T>> parse) throws IOException {
        var all = new ArrayList<T>();
        if (Files.notExists(folder)) {
            return all;
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
        for (Path each : files) {
            for (String line : wholeLines(each)) {
                all.add(parse.apply(line).orElseThrow(() -> meansNothing(each, line)));
            }
        }
        return all;
    }

    private static IOException meansNothing(Path file, String line) {
        return new IOException("%s has a line that means nothing: %s".formatted(file, line));
    }

    private static List<String> wholeLines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
