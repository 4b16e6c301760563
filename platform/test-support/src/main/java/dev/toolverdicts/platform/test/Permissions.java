package dev.toolverdicts.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may call what, in all services: the table `permissions.tsv` of the contracts.
public final class Permissions {

    private static final int COLUMNS = 6;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^:{}]+)(:([^|{}]+)[^{}]*)?}|\\*+");

    /// @param service its short name
    /// @param method `*` for any
    /// @param path as it is mapped; a query behind it asks for more than its mapping tells
    /// @param who `all`, `mailed` for who has a token that was mailed, or roles
    /// @param front whether the gateway leads there
    /// @param noted the table that says who did it, `-` for none
    public record Row(String service, String method, String path, Set<String> who, boolean front, String noted) {

        static Row of(String line) {
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.size() != COLUMNS || !Set.of("front", "inside").contains(cells.get(4))) {
                throw new IllegalArgumentException("permissions.tsv: not a row: " + line);
            }
            return new Row(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    Set.of(cells.get(3).split(",", -1)),
                    cells.get(4).equals("front"),
                    cells.get(5));
        }

        /// As a mapping is written: `METHOD /path`.
        public String mapping() {
            return method + " " + path.replaceFirst("\\?.*", "");
        }

        /// An address of this kind, which names nothing that there is.
        public String example() {
            return VARIABLE.matcher(path)
                    .replaceAll(variable -> variable.group(3) == null ? PermissionWalk.NAME : variable.group(3));
        }

        /// Whether it changes something that not everybody may change.
        public boolean isPrivilegedAct() {
            return !method.equals("GET") && !who.contains("all") && !who.contains("mailed");
        }
    }

    private Permissions() {}

    /// Those of every service.
    public static List<Row> all() {
        try (InputStream in = Objects.requireNonNull(
                Permissions.class.getResourceAsStream("/permissions.tsv"), "no permissions.tsv")) {
            return read(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Row> of(String service) {
        return all().stream().filter(row -> row.service().equals(service)).toList();
    }

    static List<Row> read(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }
}
