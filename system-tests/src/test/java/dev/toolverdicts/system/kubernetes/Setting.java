package dev.toolverdicts.system.kubernetes;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/// A setting as a README tells of it.
///
/// @param key `vote.secret`, or `messaging.*` for all that begin so
/// @param aliases other names of variables for it
/// @param needed whether its default is none, or is good on one machine only
record Setting(String key, Set<String> aliases, boolean needed) {

    private static final String ANY = ".*";

    /// @param name of an environment variable, or of a file that holds a value
    boolean isCalled(String name) {
        if (aliases.contains(name)) {
            return true;
        }
        if (key.endsWith(ANY)) {
            String start = key.substring(0, key.length() - 1);
            return name.startsWith(start) || name.startsWith(variable(start, ""));
        }
        return name.equals(key) || name.equals(variable(key, "")) || name.equals(variable(key, "_"));
    }

    boolean isAmong(Collection<String> names) {
        return names.stream().anyMatch(this::isCalled);
    }

    /// Spring Boot takes both ways to write a hyphen.
    private static String variable(String key, String hyphen) {
        return key.replace('.', '_').replace("-", hyphen).toUpperCase(Locale.ROOT);
    }
}
