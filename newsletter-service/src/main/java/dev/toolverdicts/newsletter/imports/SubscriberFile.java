package dev.toolverdicts.newsletter.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of subscribers: CSV as RFC 4180 has it, in UTF-8, with a header. Semicolons do as well, which
/// spreadsheets write where a comma divides decimals.
final class SubscriberFile {

    static final long MOST_ROWS = 1_000_000;
    private static final int LONGEST_HEADER = 500;

    private final Path path;

    SubscriberFile(Path path) {
        this.path = path;
    }

    /// Reads every row, one at a time.
    ///
    /// @throws UnreadableFile at the first thing that makes the rest uncertain
    void each(Consumer<Line> reader) throws IOException {
        // A decoder of its own: it reports what is no UTF-8 where a charset would put a question mark.
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8.newDecoder()))) {
            char delimiter = delimiter(text);
            var bounded = new BoundedReader(text);
            var format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                    .setDelimiter(delimiter)
                    .get();
            try (var parser =
                    CSVParser.builder().setReader(bounded).setFormat(format).get()) {
                rows(parser, bounded, reader);
            }
        } catch (CharacterCodingException notText) {
            throw new UnreadableFile(1, "the file must be UTF-8");
        }
    }

    private static void rows(CSVParser parser, BoundedReader bounded, Consumer<Line> reader) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!hasNext(records, parser)) {
            throw new UnreadableFile(1, "the file is empty; it needs a header and at least one row");
        }
        Columns columns = Columns.of(records.next());
        long rows = 0;
        long line = parser.getCurrentLineNumber() + 1;
        while (hasNext(records, parser)) {
            CSVRecord row = records.next();
            if (!isBlank(row)) {
                if (++rows > MOST_ROWS) {
                    throw new UnreadableFile(line, "a file may have up to %d rows".formatted(MOST_ROWS));
                }
                reader.accept(columns.read(line, row));
            }
            line = parser.getCurrentLineNumber() + 1;
            bounded.rowEnded();
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new UnreadableFile(
                    line,
                    switch (Objects.requireNonNull(e.getCause())) {
                        case CharacterCodingException _ -> "the file must be UTF-8";
                        case BoundedReader.RowTooLong _ -> "a row may have up to 64 KiB; is a quote not closed?";
                        default -> "quotes must stand around a whole field, and be doubled inside it";
                    });
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER + 1);
        boolean comma = false;
        boolean semicolon = false;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int next = text.read();
            if (next < 0 || next == '\n' || next == '\r') {
                break;
            }
            comma |= next == ',';
            semicolon |= next == ';';
        }
        text.reset();
        return semicolon && !comma ? ';' : ',';
    }
}
