package dev.toolverdicts.system.faults;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Sample;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Tools that nobody has voted on yet.
final class NewTools {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(20);

    private NewTools() {}

    /// Makes them; returns when they can be voted on.
    static List<String> known(Stack stack, int number) {
        Visitor editor = Visitor.bearing(stack.token("editor"));
        List<String> tools = IntStream.range(0, number)
                .mapToObj(i -> Sample.newTool(editor, "Faults " + i + " " + System.nanoTime()))
                .toList();
        await("the new tools are known")
                .atMost(KNOWN_WITHIN)
                .ignoreExceptions()
                .until(() -> tools.stream()
                        .allMatch(tool -> new Visitor()
                                        .get("/api/v1/tools/" + tool + "/tally")
                                        .statusCode()
                                == 200));
        return tools;
    }
}
