package dev.toolverdicts.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What some files say now. Until they say something else it is the same object, so that whoever
/// derives from it can tell that nothing has changed.
public final class Rotating<T> implements Supplier<T> {

    private record Read<T>(List<String> lines, T value) {}

    private final List<Path> files;
    private final Function<List<String>, T> reader;
    private volatile Read<T> read;

    /// @throws RuntimeException when a file cannot be read, or what it says cannot be used
    Rotating(List<Path> files, Function<List<String>, T> reader) {
        this.files = List.copyOf(files);
        this.reader = reader;
        this.read = read(lines());
    }

    @Override
    public T get() {
        return read.value();
    }

    /// Reads again. Whatever cannot be used changes nothing.
    ///
    /// @return whether the files say something else
    /// @throws RuntimeException when a file cannot be read, or what it says cannot be used
    boolean look() {
        List<String> lines = lines();
        if (lines.equals(read.lines())) {
            return false;
        }
        read = read(lines);
        return true;
    }

    private Read<T> read(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("nothing is in it");
        }
        return new Read<>(lines, reader.apply(lines));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            try {
                Files.readString(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException("it cannot be read", e);
            }
        }
        return List.copyOf(lines);
    }

    /// The files' names, never what is in them.
    @Override
    public String toString() {
        return files.toString();
    }
}
