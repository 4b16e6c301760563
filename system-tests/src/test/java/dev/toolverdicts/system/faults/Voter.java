package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Votes, changes and withdraws, one request after the other, and writes down what was sent and what was answered.
final class Voter {

    private final String name;
    private final List<String> tools;
    private final Habit habit;
    private final RandomGenerator random;
    private final Visitor visitor;
    private final Queue<Cast> history = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Cast doubtful;

    /// How often what was answered.
    private final Map<Answer, Integer> answers = new ConcurrentHashMap<>();

    private final AtomicInteger withoutAdvice = new AtomicInteger();

    /// @param url the way to the front door
    Voter(String name, String url, List<String> tools, Habit habit, RandomGenerator random) {
        this.name = name;
        this.tools = tools;
        this.habit = habit;
        this.random = random;
        visitor = new Visitor(url);
        // The cookie comes first: a vote without an answer must not make another voter of the next one.
        var _ = visitor.json("/api/v1/votes?tools=" + tools.getFirst());
    }

    /// Sends one choice, the next by habit and chance.
    Outcome vote() {
        Cast before = doubtful;
        if (before == null || habit == Habit.FORGET) {
            return cast(tools.get(random.nextInt(tools.size())), choice());
        }
        return cast(
                before.ballot().tool(),
                habit == Habit.SAME ? before.choice() : before.choice().other());
    }

    private Choice choice() {
        int of = random.nextInt(10);
        return of < 4 ? Choice.SHIP : of < 8 ? Choice.SKIP : Choice.NONE;
    }

    Outcome cast(String tool, Choice choice) {
        long invoked = System.nanoTime();
        Cast cast = send(new Ballot(name, tool), choice, invoked);
        history.add(cast);
        // Changing one's mind again would let the first choice stand.
        if (cast.acked()) {
            doubtful = null;
        } else if (doubtful == null || habit != Habit.OTHER) {
            doubtful = cast;
        }
        return cast.outcome();
    }

    private Cast send(Ballot ballot, Choice choice, long invoked) {
        String path = "/api/v1/tools/" + ballot.tool() + "/vote";
        Answer said = Answer.NONE;
        Receipt receipt = null;
        try {
            HttpResponse<String> answer = choice == Choice.NONE
                    ? visitor.exchange("DELETE", path, null, null)
                    : visitor.exchange("PUT", path, "application/json", choice.json());
            said = Answer.of(answer);
            if (said.status() == 503
                    && answer.headers().firstValue("retry-after").isEmpty()) {
                withoutAdvice.incrementAndGet();
            }
            if (said.status() == 202) {
                receipt = Receipt.of(
                        Stack.JSON.readTree(answer.body()).path("receipt").asString());
            }
        } catch (IOException e) {
            // No answer: nobody knows what has become of the vote.
        }
        answers.merge(said, 1, Integer::sum);
        return new Cast(ballot, choice, Outcome.of(said.status()), invoked, System.nanoTime(), receipt);
    }

    List<Cast> history() {
        return List.copyOf(history);
    }

    Map<Answer, Integer> answers() {
        return answers;
    }

    /// How often a 503 did not say when to come again.
    int withoutAdvice() {
        return withoutAdvice.get();
    }

    /// What the voter is told: without the cookie of recent receipts nothing but the database can answer.
    Map<Ballot, Choice> own() {
        Visitor without = new Visitor();
        visitor.cookies().forEach((cookie, value) -> {
            if (cookie.endsWith("voter")) {
                without.cookies().put(cookie, value);
            }
        });
        JsonNode votes =
                without.json("/api/v1/votes?tools=" + String.join(",", tools)).path("votes");
        var own = new TreeMap<Ballot, Choice>();
        for (String tool : tools) {
            JsonNode vote = votes.path(tool);
            if (vote.isMissingNode()) {
                throw new AssertionError("nobody knows how " + name + " voted on " + tool);
            }
            own.put(new Ballot(name, tool), Choice.of(vote.path("choice").asString("")));
        }
        return own;
    }
}
