package dev.toolverdicts.system.faults;

import static java.util.Comparator.comparing;

/// One voter's place for one choice about one tool.
record Ballot(String voter, String tool) implements Comparable<Ballot> {

    @Override
    public int compareTo(Ballot other) {
        return comparing(Ballot::tool).thenComparing(Ballot::voter).compare(this, other);
    }

    @Override
    public String toString() {
        return voter + " on " + tool;
    }
}
