package dev.toolverdicts.benchmarks;

import java.util.List;

/// Whether the questions that are timed are answered at all: whole names are found, and what is no word finds nothing.
record SearchCheck(Site site, List<String> questions) {

    List<Verdict> measure() {
        int wrong = 0;
        for (int at = 0; at < questions.size(); at++) {
            if ((Questions.isWholeName(at) && found(at) == 0) || (Questions.isNonsense(at) && found(at) > 0)) {
                System.out.println("  search: wrongly answered: " + questions.get(at));
                wrong++;
            }
        }
        return List.of(Verdict.atMost(
                "search", "names not found, nonsense found", wrong, 0, 0, questions.size() + " questions"));
    }

    private long found(int at) {
        return site.gateway().json("/api/v1" + questions.get(at)).path("total").asLong(-1);
    }
}
