package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// How soon votes, reviews and prices show on a comparison of a full catalog, while readers load comparisons one after
/// the other as fast as they come. A change's time runs from when its request is sent until a page has come that
/// shows it, and also until an open page was told of it.
///
/// @param others the comparisons that readers load besides
record FreshnessRow(Site site, List<String> others) {

    private static final int READERS = 50;
    private static final int PATIENCE = 60;
    private static final int NO_END = 24 * 3600;

    /// The first changes of each kind load classes, and open the open page.
    private static final int UNCOUNTED = 3;

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

    /// Of the tools that are changed.
    private static final long SEED = 1_984;

    /// What is to be noted of a change that a page shows.
    @FunctionalInterface
    private interface Noted {
        void on(long sent, String before);
    }

    /// Seconds from request to sight.
    private record Late(List<Double> shown, List<Double> told) {}

    List<Verdict> measure() throws IOException, InterruptedException {
        var changes = new Changes(site.stack());
        List<SeededTool> own = SeededTools.of(SEED, 3, site.categories());
        Changes.Place voted = changes.place(own.get(0), site.tools().get(0));
        Changes.Place reviewed = changes.place(own.get(1), site.tools().get(1));
        Changes.Place priced = changes.place(own.get(2), site.tools().get(2));
        List<Changes.Place> places = List.of(voted, reviewed, priced);
        places.forEach(this::awaitPage);
        Path file = Files.write(
                site.stack().file("addresses-freshness.txt"),
                Stream.concat(others.stream(), places.stream().map(Changes.Place::path))
                        .toList());
        int gateway = site.stack().port("gateway");
        var pages = new Pages(site.stack().script("pages.lua"), file);
        var _ = pages.get(gateway, 4, site.settings().warmUp());
        Process readers = pages.start(gateway, READERS, NO_END);
        try (var threads = Executors.newFixedThreadPool(places.size())) {
            Future<Late> votes = threads.submit(() -> votes(changes, voted));
            Future<Late> reviews =
                    threads.submit(() -> hinted(reviewed, "panel", (number, _) -> changes.review(reviewed, number)));
            Future<Late> prices =
                    threads.submit(() -> hinted(priced, "tool", (number, _) -> changes.price(priced, number)));
            List<Verdict> verdicts = List.of(
                    verdict("votes told to an open page", votes.get().told()),
                    verdict("votes shown", votes.get().shown()),
                    verdict("reviews told to an open page", reviews.get().told()),
                    verdict("reviews shown", reviews.get().shown()),
                    verdict("prices told to an open page", prices.get().told()),
                    verdict("prices shown", prices.get().shown()));
            if (!readers.isAlive()) {
                throw new IllegalStateException("no figure: the readers were gone before the end");
            }
            return verdicts;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            readers.destroy();
        }
    }

    private void awaitPage(Changes.Place place) {
        Waiting.until(
                place.path() + " is there",
                PATIENCE,
                () -> site.gateway().send("GET", place.path(), "").statusCode() == 200);
    }

    private Late votes(Changes changes, Changes.Place place) throws IOException {
        var told = new ArrayList<Double>();
        try (var page = new OpenPage(site.stack().port("gateway"), place.tool().slug())) {
            List<Double> shown = late(place, (_, before) -> changes.vote(place, before), (sent, before) -> {
                long ships = Changes.ships(place, before) + 1;
                Waiting.until("the open page was told", PATIENCE, () -> page.secondsUntil(ships, sent) >= 0);
                told.add(page.secondsUntil(ships, sent));
            });
            return new Late(shown, counted(told));
        }
    }

    private Late hinted(Changes.Place place, String kind, Changes.Change change) throws IOException {
        var told = new ArrayList<Double>();
        try (var page =
                new HintedPage(site.stack().port("gateway"), place.tool().slug(), kind)) {
            List<Double> shown = late(place, change, (sent, _) -> {
                Waiting.until("the open page was told", PATIENCE, () -> page.secondsUntilHint(sent) >= 0);
                told.add(page.secondsUntilHint(sent));
            });
            return new Late(shown, counted(told));
        }
    }

    private List<Double> late(Changes.Place place, Changes.Change change, Noted noted) {
        var late = new ArrayList<Double>();
        for (int number = 0; number < UNCOUNTED + site.settings().changes(); number++) {
            String before = page(place);
            long sent = System.nanoTime();
            Changes.Seen seen = change.make(number, before);
            while (!seen.on(page(place))) {
                if (System.nanoTime() - sent > TimeUnit.SECONDS.toNanos(PATIENCE)) {
                    throw new IllegalStateException("change %d never came to %s".formatted(number, place.path()));
                }
                LockSupport.parkNanos(LOOK_EVERY);
            }
            late.add((System.nanoTime() - sent) / 1e9);
            noted.on(sent, before);
        }
        return counted(late);
    }

    private static List<Double> counted(List<Double> all) {
        return all.subList(UNCOUNTED, all.size());
    }

    private String page(Changes.Place place) {
        HttpResponse<String> answer = site.gateway().send("GET", place.path(), "");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(place.path() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Verdict verdict(String what, List<Double> late) {
        double p95 = Medians.percentile(late, 0.95);
        String of = "p50 %.2f s, p95 %.2f s, most %.2f s, of %d changes while %d readers load pages"
                .formatted(Medians.percentile(late, 0.5), p95, Medians.percentile(late, 1), late.size(), READERS);
        return Verdict.atMost("freshness", what + ", p95, s", p95, 2, 2, of);
    }
}
