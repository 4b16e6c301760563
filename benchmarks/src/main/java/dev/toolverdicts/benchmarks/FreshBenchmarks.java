package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How soon a vote, a review and a price show on a comparison that they affect, while readers load pages.
final class FreshBenchmarks {

    private static final double PROMISED = 2;
    private static final double GOAL = 1;

    private FreshBenchmarks() {}

    static void main(String[] words) throws IOException {
        FreshSettings settings = settings(words);
        var verdicts = new ArrayList<Verdict>();
        try (var stack = stack(settings)) {
            String editor = stack.token("editor");
            var api = new Api(stack.port("gateway"));
            var pair = new FreshPair(api, editor, api.announce(editor, "Fresh " + System.nanoTime(), 2));
            try (var page = new OpenPage(stack.port("gateway"), pair.changed());
                    var readers = new PageReaders(api, pair.address(), settings.readers())) {
                var votes = new ArrayList<Double>();
                var live = new ArrayList<Double>();
                var reviews = new ArrayList<Double>();
                var prices = new ArrayList<Double>();
                // The first changes of each kind load classes; a page is opened by then as well.
                for (int change = 1; change <= settings.changes() + FreshPair.WARM_UP; change++) {
                    FreshPair.Vote vote = pair.vote(change, page);
                    double review = pair.review(change);
                    double price = pair.price(change);
                    if (change > FreshPair.WARM_UP) {
                        votes.add(vote.onThePage());
                        live.add(vote.live());
                        reviews.add(review);
                        prices.add(price);
                    }
                }
                String read = "%d readers, %,d pages read, the slowest tenth from %.0f ms on"
                        .formatted(settings.readers(), readers.pages(), readers.slow());
                verdicts.add(verdict("vote, on an open page", live, read));
                verdicts.add(verdict("vote, when read again", votes, read));
                verdicts.add(verdict("review, when read again", reviews, read));
                verdicts.add(verdict("price, when read again", prices, read));
                if (readers.failed() > 0) {
                    throw new IllegalStateException("no figure: " + readers.failed() + " pages failed");
                }
            }
        }
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        System.exit(verdicts.stream().allMatch(Verdict::reachesFloor) ? 0 : 1);
    }

    private static Verdict verdict(String row, List<Double> late, String of) {
        return Verdict.atMost(
                row,
                "shown after, p95, s",
                Medians.percentile(late, 0.95),
                PROMISED,
                GOAL,
                "p50 %.2f, most %.2f s of %d; %s"
                        .formatted(Medians.median(late), Medians.percentile(late, 1), late.size(), of));
    }

    private static FreshSettings settings(String[] words) {
        try {
            return FreshSettings.parse(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    private static Stack stack(FreshSettings settings) throws IOException {
        Path home = Path.of(System.getProperty("project.home"));
        return settings.stack().isEmpty()
                ? Stack.start(home, List.of(), Stack.withoutLimits())
                : Stack.running(home, Path.of(settings.stack()));
    }
}
