package dev.toolverdicts.system;

import dev.toolverdicts.system.RegisterCheck.Attempt;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Votes, changes and withdraws, one request after the other, and writes down what was sent and what was answered.
final class Voter {

    private final String name;
    private final List<String> tools;
    private final RandomGenerator random;
    private final Visitor visitor = new Visitor();
    private final Map<Ballot, List<Attempt>> sent = new TreeMap<>();

    /// What was answered, by status; 0 for no answer.
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    Voter(String name, List<String> tools, RandomGenerator random) {
        this.name = name;
        this.tools = tools;
        this.random = random;
        // The cookie comes first: a vote without an answer must not make another voter of the next one.
        var _ = visitor.json("/api/v1/votes?tools=" + tools.getFirst());
    }

    /// Sends one choice.
    ///
    /// @return whether it was acknowledged; anything but a 202 leaves open what has become of it
    boolean vote() {
        Ballot ballot = new Ballot(name, tools.get(random.nextInt(tools.size())));
        Choice choice = choice();
        int status = send("/api/v1/tools/" + ballot.tool() + "/vote", choice);
        boolean acknowledged = status == 202;
        sent.computeIfAbsent(ballot, _ -> new ArrayList<>()).add(new Attempt(choice, acknowledged));
        answers.merge(status, 1, Integer::sum);
        return acknowledged;
    }

    private Choice choice() {
        int of = random.nextInt(10);
        return of < 4 ? Choice.SHIP : of < 8 ? Choice.SKIP : Choice.NONE;
    }

    private int send(String path, Choice choice) {
        try {
            HttpResponse<String> answer = choice == Choice.NONE
                    ? visitor.exchange("DELETE", path, null, null)
                    : visitor.exchange("PUT", path, "application/json", choice.json());
            return answer.statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    Map<Ballot, List<Attempt>> sent() {
        return sent;
    }

    Map<Integer, Integer> answers() {
        return answers;
    }

    /// What is stored: without the cookie of recent receipts nothing but the database can answer.
    Map<Ballot, Choice> stored() {
        Visitor without = new Visitor();
        visitor.cookies().forEach((cookie, value) -> {
            if (cookie.endsWith("voter")) {
                without.cookies().put(cookie, value);
            }
        });
        JsonNode votes =
                without.json("/api/v1/votes?tools=" + String.join(",", tools)).path("votes");
        var stored = new TreeMap<Ballot, Choice>();
        for (String tool : tools) {
            JsonNode vote = votes.path(tool);
            if (vote.isMissingNode()) {
                throw new AssertionError("nobody knows how " + name + " voted on " + tool);
            }
            stored.put(new Ballot(name, tool), Choice.of(vote.path("choice").asString("")));
        }
        return stored;
    }
}
