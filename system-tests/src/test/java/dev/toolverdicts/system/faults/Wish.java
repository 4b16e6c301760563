package dev.toolverdicts.system.faults;

import java.util.ArrayList;
import java.util.List;

/// What the command line asks for.
///
/// @param seeds how often each scenario is played, each time with another seed
/// @param minutes how long that goes on at least
/// @param seed the first; all others follow from it
/// @param copies of vote-service
/// @param protocol of consumer groups, `classic` or `consumer`
record Wish(List<Catalogue> scenarios, int seeds, int minutes, long seed, int copies, String protocol, String words) {

    static Wish of(List<String> args) {
        var keys = new ArrayList<String>();
        int seeds = 1;
        int minutes = 0;
        int copies = 1;
        long seed = System.nanoTime();
        String protocol = "classic";
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(args.get(i) + " needs a value");
            }
            String value = args.get(i + 1);
            switch (args.get(i)) {
                case "--scenario" -> keys.addAll(List.of(value.split(",")));
                case "--seeds" -> seeds = Integer.parseInt(value);
                case "--minutes" -> minutes = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--copies" -> copies = Integer.parseInt(value);
                case "--protocol" -> protocol = value;
                default -> throw new IllegalArgumentException("unknown: " + args.get(i));
            }
        }
        List<Catalogue> scenarios = Catalogue.chosen(keys);
        int needed = scenarios.stream().mapToInt(Catalogue::copies).max().orElse(1);
        return new Wish(scenarios, seeds, minutes, seed, Math.max(copies, needed), protocol, String.join(" ", args));
    }
}
