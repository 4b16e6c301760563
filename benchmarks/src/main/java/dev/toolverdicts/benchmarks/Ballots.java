package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Tools and voters in the form that `load/vote.lua` reads.
///
/// @param tools the slugs of those that are voted on
record Ballots(Path file, List<String> tools, Voters voters, RandomGenerator random, long now) {

    /// Makes the tools in the system and waits until votes on them are taken.
    static Ballots prepare(Stack stack, Settings settings, long now) throws IOException {
        var voters = new Voters(stack.voteSecret());
        var random = new SplittableRandom(now);
        List<String> tools = new Api(stack.port("catalog-service"))
                .announce(stack.token("editor"), "Measured " + now, settings.tools());
        Path file = stack.file("ballots.txt");
        var lines = new ArrayList<String>();
        tools.forEach(slug -> lines.add("t " + slug));
        for (int i = 0; i < settings.voters(); i++) {
            lines.add("v " + voters.issue(random, now));
        }
        Files.write(file, lines);
        var ballots = new Ballots(file, tools, voters, random, now);
        var accept = new Api(stack.port("vote-service"));
        Waiting.until("votes are taken", 60, () -> ballots.cast(accept, tools.getLast()) == 202);
        return ballots;
    }

    /// One more vote, by somebody new.
    ///
    /// @return the answer's status
    int cast(Api accept, String slug) {
        return accept.send(
                        "PUT",
                        "/api/v1/tools/" + slug + "/vote",
                        "{\"choice\":\"ship\"}",
                        "Content-Type",
                        "application/json",
                        "Cookie",
                        "voter=" + newVoter())
                .statusCode();
    }

    private synchronized String newVoter() {
        return voters.issue(random, now);
    }
}
