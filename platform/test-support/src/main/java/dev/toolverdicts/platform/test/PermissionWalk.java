package dev.toolverdicts.platform.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks a running service for every address that [Permissions] has of it, as everybody there is. What
/// asks changes nothing when it is let in: it names nothing that there is, and a body is of a type that
/// nobody reads.
public final class PermissionWalk {

    /// What every variable of an address is, and the key of the critic whose pages these are.
    static final String NAME = "x";

    private final String service;
    private final List<Permissions.Row> rows;
    private final PermissionCaller caller;

    public PermissionWalk(String service, int port) {
        this(service, Permissions.of(service), port);
    }

    PermissionWalk(String service, List<Permissions.Row> rows, int port) {
        this.service = service;
        this.rows = rows;
        this.caller = new PermissionCaller(port);
    }

    /// What the table lacks, as lines to add to it, and what it has too much.
    ///
    /// @param mapped all there is, as `METHOD /path`
    public List<String> differences(Collection<String> mapped) {
        Set<String> listed = rows.stream().map(Permissions.Row::mapping).collect(Collectors.toCollection(TreeSet::new));
        List<String> differences = new ArrayList<>();
        new TreeSet<>(mapped)
                .stream()
                        .filter(each -> !listed.contains(each))
                        .map(each -> "permissions.tsv: add and say who may: %s\t%s\tWHO\tfront|inside\tTABLE|-"
                                .formatted(service, each.replaceFirst(" ", "\t")))
                        .forEach(differences::add);
        listed.stream()
                .filter(each -> !mapped.contains(each))
                .map(each -> "permissions.tsv: remove, there is no such mapping: %s %s".formatted(service, each))
                .forEach(differences::add);
        return differences;
    }

    /// Every answer that is another one than the table says.
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (Permissions.Row row : rows) {
            for (PermissionActor actor : PermissionActor.all()) {
                check(row, row.method().equals("*") ? "POST" : row.method(), actor, failures);
            }
            if (row.method().equals("GET")) {
                check(row, "HEAD", PermissionActor.NOBODY, failures);
            }
        }
        return failures;
    }

    private void check(Permissions.Row row, String method, PermissionActor actor, List<String> failures) {
        PermissionCaller.Answer answer = caller.ask(method, row.example(), actor);
        String wanted = actor.wanted(row);
        if (!answer.is(wanted, method)) {
            failures.add("%s %s as %s: %s, but %s".formatted(method, row.path(), actor.name(), wanted, answer));
        }
    }
}
