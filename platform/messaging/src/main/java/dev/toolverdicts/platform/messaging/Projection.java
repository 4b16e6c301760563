package dev.toolverdicts.platform.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tables that hold nothing but what listeners have made of the log, so that [Rebuilds] can build them anew from it
/// while the present ones serve. A bean per projection, in every copy that runs the listeners.
///
/// The listeners name these tables without a schema, write to no others but through [Outbox], and use no clock, random
/// number or call.
///
/// @param name in addresses and in the name of the schema that is built in: lower-case letters
/// @param listeners the ids of all listeners that write the tables
public record Projection(String name, List<String> listeners, List<Table> tables) {

    /// The channel (`LISTEN`) on which the database says that a rebuilt projection has taken the place of the one
    /// before: its name. Whoever keeps in memory what the tables said must read them again.
    public static final String REPLACED = "projection_replaced";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_0-9]{0,40}");

    public Projection {
        requireName(name);
        if (listeners.isEmpty() || tables.isEmpty()) {
            throw new IllegalArgumentException("a projection has listeners and tables: " + name);
        }
        listeners = List.copyOf(listeners);
        tables = List.copyOf(tables);
    }

    /// Where the tables are built. What they replace goes to [#replaced()].
    String shadow() {
        return "rebuild_" + name;
    }

    String replaced() {
        return "replaced_" + name;
    }

    List<String> schemas() {
        return List.of(shadow(), replaced());
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is lower-case letters, digits and underscores: " + name);
        }
    }

    /// One table. It has a primary key, and neither triggers nor foreign keys.
    ///
    /// @param aside columns that depend on how the log was read, and not on the log alone: not compared
    /// @param sums columns that are all zero in a row that says no more than no row: the log may have lost why it
    ///     was ever there
    /// @param published where the table's versions are published, if they are
    public record Table(
            String name,
            Set<String> aside,
            Set<String> sums,
            @Nullable Published published) {

        /// @param version the column that rises with every change
        /// @param topic where every state goes out under its version
        public record Published(String version, String topic) {}

        public Table {
            requireName(name);
            Stream.concat(aside.stream(), sums.stream()).forEach(Projection::requireName);
        }

        public static Table of(String name) {
            return new Table(name, Set.of(), Set.of(), null);
        }

        public Table aside(String... columns) {
            return new Table(name, Set.copyOf(Arrays.asList(columns)), sums, published);
        }

        public Table sums(String... columns) {
            return new Table(name, aside, Set.copyOf(Arrays.asList(columns)), published);
        }

        /// Rebuilt rows get versions above all that the table has and the topic has seen, and are by that due to be
        /// published again.
        public Table published(String version, String topic) {
            requireName(version);
            return new Table(name, aside, sums, new Published(version, topic));
        }

        boolean compares(String column) {
            return !aside.contains(column)
                    && (published == null || !published.version().equals(column));
        }
    }
}
