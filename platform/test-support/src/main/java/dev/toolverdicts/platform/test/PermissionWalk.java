package dev.toolverdicts.platform.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Asks a running service for every address that [Permissions] has of it, as everybody there is. What
/// asks changes nothing when it is let in: it names nothing that there is, and a body is of a type that
/// nobody reads.
public final class PermissionWalk {

    /// What every variable of an address is, and the key of the critic whose pages these are.
    static final String NAME = "x";

    private static final int AT_ONCE = 16;

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

    /// Every answer that is another one than the table says. Some addresses wait for what they do not
    /// know before they answer, so several are asked at once.
    public List<String> failures() {
        try (var askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Optional<String>>> answers = questions().stream()
                    .map(question -> CompletableFuture.supplyAsync(() -> failure(question), askers))
                    .toList();
            return answers.stream().flatMap(answer -> answer.join().stream()).toList();
        }
    }

    private record Question(Permissions.Row row, String method, PermissionActor actor) {}

    private List<Question> questions() {
        List<PermissionActor> actors = PermissionActor.all();
        List<Question> questions = new ArrayList<>();
        for (Permissions.Row row : rows) {
            String method = row.method().equals("*") ? "POST" : row.method();
            actors.forEach(actor -> questions.add(new Question(row, method, actor)));
            if (row.method().equals("GET")) {
                questions.add(new Question(row, "HEAD", PermissionActor.NOBODY));
            }
        }
        return questions;
    }

    private Optional<String> failure(Question question) {
        Permissions.Row row = question.row();
        PermissionActor actor = question.actor();
        PermissionCaller.Answer answer = caller.ask(question.method(), row.example(), actor);
        String wanted = actor.wanted(row);
        return answer.is(wanted, question.method())
                ? Optional.empty()
                : Optional.of("%s %s as %s: %s, but %s"
                        .formatted(question.method(), row.path(), actor.name(), wanted, answer));
    }
}
