package dev.toolverdicts.benchmarks;

/// What the command line of `benchmarks/fresh` says.
///
/// @param changes how many of each kind
/// @param readers who open a comparison each second meanwhile
/// @param stack the data folder of a system that runs already, empty to start one
record FreshSettings(int changes, int readers, String stack) {

    static FreshSettings parse(String... words) {
        int changes = 40;
        int readers = 50;
        String stack = "";
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--changes" -> changes = Settings.number(words, ++i);
                case "--readers" -> readers = Settings.number(words, ++i);
                case "--stack" -> stack = Settings.word(words, ++i);
                default -> throw new IllegalArgumentException("no option is called " + words[i]);
            }
        }
        if (changes < 1 || readers < 0) {
            throw new IllegalArgumentException("at least one change, and no fewer readers than none");
        }
        return new FreshSettings(changes, readers, stack);
    }
}
