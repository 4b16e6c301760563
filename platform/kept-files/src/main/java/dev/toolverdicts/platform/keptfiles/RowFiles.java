package dev.toolverdicts.platform.keptfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The same rows as two files, NDJSON and CSV, packed. Rows are written as they come; closing finishes
/// both. What is made belongs to the transaction of the caller, on whose thread all of it happens.
public final class RowFiles implements AutoCloseable {

    private final KeptFileRepository files;
    private final LocalDate day;
    private final String name;
    private final List<String> columns;
    private final JsonMapper json;
    private final ChunkedOutput keptJson;
    private final ChunkedOutput keptCsv;
    private final OutputStream jsonLines;
    private final OutputStream csvLines;
    private long rows;

    private RowFiles(KeptFileRepository files, LocalDate day, String name, List<String> columns, JsonMapper json)
            throws IOException {
        this.files = files;
        this.day = day;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.json = json;
        keptJson = new ChunkedOutput((number, bytes) -> files.add(day, jsonName(name), number, bytes));
        keptCsv = new ChunkedOutput((number, bytes) -> files.add(day, csvName(name), number, bytes));
        jsonLines = new GZIPOutputStream(keptJson);
        csvLines = new GZIPOutputStream(keptCsv);
        csvLines.write(line(this.columns).getBytes(UTF_8));
    }

    /// @param name without an ending
    public static RowFiles open(
            KeptFileRepository files, LocalDate day, String name, List<String> columns, JsonMapper json) {
        try {
            return new RowFiles(files, day, name, columns, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jsonName(String name) {
        return name + ".ndjson.gz";
    }

    private static String csvName(String name) {
        return name + ".csv.gz";
    }

    /// @param values one for each column, in their order
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.length, columns.size()));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
            cells.add(values[i]);
        }
        try {
            jsonLines.write(json.writeValueAsBytes(row));
            jsonLines.write('\n');
            csvLines.write(line(cells).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
    }

    private static String line(Collection<?> cells) {
        return cells.stream().map(RowFiles::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /// Quoted, unless it is a number or a truth; what a spreadsheet would take for a formula is made
    /// text.
    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Collection<?> several ->
                quoted(several.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            jsonLines.close();
            csvLines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.finish(day, keptJson.summedUp(jsonName(name), rows));
        files.finish(day, keptCsv.summedUp(csvName(name), rows));
    }
}
