package dev.toolverdicts.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many processes of each service run: one where nothing else was asked for.
record Copies(Map<String, Integer> asked) {

    static final Copies ONE_OF_EACH = new Copies(Map.of());

    private static final List<String> SERVICES = LocalStack.SERVICES.stream()
            .filter(service -> !service.equals("gateway"))
            .toList();
    private static final int MOST = 9;

    /// @param text `vote-service=3`
    /// @throws Refused when it is no such thing
    Copies and(String text) {
        String[] parts = text.split("=", -1);
        if (parts.length != 2 || !SERVICES.contains(parts[0]) || !parts[1].matches("[1-" + MOST + "]")) {
            throw new Refused("--copies needs SERVICE=N with N from 1 to %d and SERVICE one of %s, not %s"
                    .formatted(MOST, String.join(", ", SERVICES), text));
        }
        var more = new HashMap<>(asked);
        more.put(parts[0], Integer.parseInt(parts[1]));
        return new Copies(Map.copyOf(more));
    }

    int of(String service) {
        return asked.getOrDefault(service, 1);
    }

    /// What the copy with this number, counted from 0, is called.
    static String name(String service, int number) {
        return number == 0 ? service : service + "-" + (number + 1);
    }
}
