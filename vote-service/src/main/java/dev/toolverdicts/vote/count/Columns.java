package dev.toolverdicts.vote.count;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows as columns, of the types that the driver sends in binary form (ids it sends as text).
record Columns<R>(List<R> rows) {

    UUID[] ids(Function<R, UUID> cell) {
        return rows.stream().map(cell).toArray(UUID[]::new);
    }

    String[] texts(Function<R, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    @Nullable
    String[] textsOrNull(Function<R, @Nullable String> cell) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = cell.apply(rows.get(i));
        }
        return column;
    }

    Integer[] ints(Function<R, Integer> cell) {
        return rows.stream().map(cell).toArray(Integer[]::new);
    }

    Long[] longs(Function<R, Long> cell) {
        return rows.stream().map(cell).toArray(Long[]::new);
    }

    @Nullable
    Long[] longsOrNull(Function<R, @Nullable Long> cell) {
        var column = new @Nullable Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = cell.apply(rows.get(i));
        }
        return column;
    }
}
