package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The operators' command that builds votes and tallies anew from the log, given to one copy of vote-service.
record Rebuild(Run run, String copy) {

    private static final String PATH = "/actuator/rebuild/votes";
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private Visitor operator() {
        return new Visitor("http://127.0.0.1:" + run.stack().port(copy))
                .with("Authorization", "Bearer " + run.stack().token("operator"));
    }

    void begin() {
        expect(202, operator().send("POST", PATH, null, null));
    }

    void abandon() {
        expect(200, operator().delete(PATH));
    }

    private void expect(int status, HttpResponse<String> answer) {
        run.check(
                answer.statusCode() == status,
                "a rebuild's %s answers %d: %s"
                        .formatted(answer.request().method(), answer.statusCode(), answer.body()));
    }

    JsonNode status() {
        return operator().json(PATH);
    }

    boolean isRunning() {
        return status().path("state").asString().equals("running");
    }

    /// Until it is done, with every row as it was.
    void awaitDone(String when) throws InterruptedException {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (isRunning() && System.nanoTime() < end) {
            run.pause(Duration.ofMillis(100));
        }
        JsonNode status = status();
        run.figure("rebuild " + when, Stack.JSON.writeValueAsString(status));
        run.check(status.path("state").asString().equals("done"), "the rebuild " + when + " is " + status);
        run.check(status.path("differingRows").asLong(-1) == 0, "rows differ in the rebuild " + when + ": " + status);
    }
}
