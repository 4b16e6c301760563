package dev.toolverdicts.newsletter.imports;

/// What became of rows with an address.
record Counts(long added, long known, long suppressed) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts more) {
        return new Counts(added + more.added, known + more.known, suppressed + more.suppressed);
    }
}
