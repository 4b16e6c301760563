package dev.toolverdicts.platform.test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Sees that each act of a service that needs a role leaves an entry where [Permissions] say it does.
public final class NotedActs {

    private final List<Permissions.Row> rows;
    private final ToLongFunction<String> entries;
    private final Set<String> played = new TreeSet<>();

    /// @param entries how many entries a table has of those who act here
    public NotedActs(String service, ToLongFunction<String> entries) {
        this(Permissions.of(service), entries);
    }

    NotedActs(List<Permissions.Row> rows, ToLongFunction<String> entries) {
        this.rows = rows.stream().filter(Permissions.Row::isPrivilegedAct).toList();
        this.entries = entries;
    }

    /// @param mapping as `METHOD /path`
    /// @param act calls it, and succeeds
    /// @return what the act returns
    /// @throws AssertionError when nothing tells of it afterwards
    public <T> T play(String mapping, Supplier<T> act) {
        Permissions.Row row = rows.stream()
                .filter(each -> each.mapping().equals(mapping))
                .findFirst()
                .orElseThrow(() -> new AssertionError("permissions.tsv has no act " + mapping));
        long before = entries.applyAsLong(row.noted());
        T done = act.get();
        if (entries.applyAsLong(row.noted()) <= before) {
            throw new AssertionError(mapping + " leaves nothing in " + row.noted());
        }
        played.add(mapping);
        return done;
    }

    /// The acts that nobody has played.
    ///
    /// @param elsewhere parts of those that another test plays
    public List<String> unplayed(String... elsewhere) {
        return rows.stream()
                .map(Permissions.Row::mapping)
                .filter(mapping -> !played.contains(mapping))
                .filter(mapping -> Stream.of(elsewhere).noneMatch(mapping::contains))
                .sorted()
                .toList();
    }
}
