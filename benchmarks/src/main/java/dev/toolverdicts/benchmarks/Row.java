package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.List;

/// One thing that is measured.
interface Row {

    String name();

    List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException;
}
