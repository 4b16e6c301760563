package dev.toolverdicts.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the gateway leads to, of the contracts' `permissions.tsv`.
final class PermissionTable {

    private static final Path FILE = Checkout.ROOT.resolve("contracts/src/main/resources/permissions.tsv");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^:{}]+)(:([^|{}]+)[^{}]*)?}|\\*+");

    /// @param address of this kind, which names nothing that there is
    record Row(String method, String path, Set<String> who, String address) {}

    private PermissionTable() {}

    static List<Row> inFront() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[4].equals("front"))
                    .map(cells -> new Row(cells[1], cells[2], Set.of(cells[3].split(",", -1)), address(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String path) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> variable.group(3) == null ? "nobody-knows-me" : variable.group(3));
    }
}
