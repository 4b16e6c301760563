package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads weights as an address has them: `weight=builder.2&weight=skeptic.0`.
public final class WeightParameters {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9-]{1,64})\\.([0-3])");
    private static final int LONGEST_ECHO = 64;
    private static final String POINTER = "/weight";

    private WeightParameters() {}

    /// @param critics who can have a weight, in the panel's order
    /// @throws InvalidInput when one cannot be read, or is of nobody, or all of them are 0
    static Weights read(List<String> given, Collection<String> critics) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        critics.forEach(critic -> weights.put(critic, Weights.USUAL));
        var faults = new ArrayList<Fault>();
        Set<String> named = new LinkedHashSet<>();
        for (String weight : given) {
            Matcher parts = SHAPE.matcher(weight);
            if (!parts.matches()) {
                faults.add(fault("“%s” is no weight; write a critic, a dot and 0, 1, 2 or 3, as in builder.2"
                        .formatted(echo(weight))));
            } else if (!weights.containsKey(parts.group(1))) {
                faults.add(fault("no critic is called “%s”; there are %s"
                        .formatted(parts.group(1), String.join(", ", critics))));
            } else if (!named.add(parts.group(1))) {
                faults.add(fault("the critic “%s” has more than one weight".formatted(parts.group(1))));
            } else {
                weights.put(parts.group(1), Integer.valueOf(parts.group(2)));
            }
        }
        if (faults.isEmpty() && !named.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
            faults.add(fault("every critic has the weight 0, so nobody is asked; give one of them 1, 2 or 3"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Weights(weights);
    }

    /// The same again for an address that the tools have moved to, where they are read.
    public static String asGiven(@Nullable List<String> given) {
        return given == null || given.isEmpty()
                ? ""
                : given.stream()
                        .map(weight -> "weight=" + URLEncoder.encode(weight, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Fault fault(String detail) {
        return new Fault(POINTER, detail);
    }

    private static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
