package dev.toolverdicts.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What `docs/operations.md` tells an operator to type, typed as it stands there.
record Handbook(List<String> commands, Path folder, Map<String, String> variables) {

    /// @param heading of the section
    /// @param folder where its commands leave files
    /// @param variables that the section has set by then
    static Handbook of(String heading, Path folder, Map<String, String> variables) {
        try {
            String text = Files.readString(Checkout.ROOT.resolve("docs/operations.md"));
            int begin = text.indexOf("\n## " + heading + "\n");
            if (begin < 0) {
                throw new AssertionError("no section " + heading);
            }
            int end = text.indexOf("\n## ", begin + 1);
            return new Handbook(commands(text.substring(begin, end < 0 ? text.length() : end)), folder, variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> commands(String section) {
        var commands = new ArrayList<String>();
        var command = new StringBuilder();
        for (String line : section.lines().toList()) {
            if (!command.isEmpty() || line.matches(" {4,6}curl .*")) {
                boolean goesOn = line.endsWith("\\");
                command.append(goesOn ? line.substring(0, line.length() - 1) : line);
                if (!goesOn) {
                    commands.add(command.toString().strip());
                    command.setLength(0);
                }
            }
        }
        return commands;
    }

    /// Types the one command that has all these words.
    JsonNode type(String... words) {
        return Stack.JSON.readTree(run(words));
    }

    /// The same where nothing is answered.
    String run(String... words) {
        List<String> meant = commands.stream()
                .filter(command -> List.of(words).stream().allMatch(command::contains))
                .toList();
        if (meant.size() != 1) {
            throw new AssertionError("%d commands with %s in %s".formatted(meant.size(), List.of(words), commands));
        }
        return new Command(variables).says("sh", "-c", "cd '%s' && %s".formatted(folder, meant.getFirst()));
    }
}
