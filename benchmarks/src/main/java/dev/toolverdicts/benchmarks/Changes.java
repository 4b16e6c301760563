package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Votes, reviews and prices that come one at a time, and how a page shows that one has come.
final class Changes {

    /// What is changed, and the page that is affected.
    ///
    /// @param tool not one of those that the seed made: they stay what they are
    /// @param path of its comparison with one of those
    record Place(SeededTool tool, String path) {}

    @FunctionalInterface
    interface Change {
        /// Makes the change with this number, by what a page shows before.
        ///
        /// @return how to see on a page that it is there
        Seen make(int number, String before);
    }

    @FunctionalInterface
    interface Seen {
        boolean on(String page);
    }

    private static final String CRITIC = "builder";

    private final Api gateway;
    private final Api accept;
    private final String editor;
    private final Voters voters;
    private final SplittableRandom random;
    private final long run = Instant.now().getEpochSecond();

    Changes(Stack stack) throws IOException {
        gateway = new Api(stack.port("gateway"));
        accept = new Api(stack.port("vote-service"));
        editor = stack.token("editor");
        voters = new Voters(stack.voteSecret());
        random = new SplittableRandom(run);
    }

    /// @param mate a tool of the seed
    Place place(SeededTool tool, SeededTool mate) {
        HttpResponse<String> made = gateway.send("POST", "/api/v1/tools", tool.body(), write());
        if (made.statusCode() != 201 && made.statusCode() != 409) {
            throw refused(made);
        }
        List<String> both = List.of(tool.slug(), mate.slug()).stream().sorted().toList();
        return new Place(tool, "/compare/" + String.join("-vs-", both));
    }

    /// By somebody new each time, straight to the service: at the gateway they would all be one network.
    Seen vote(Place place, String before) {
        long ships = ships(place, before);
        String cookie = "voter=" + voters.issue(random, run);
        HttpResponse<String> cast = accept.send(
                "PUT",
                "/api/v1/tools/" + place.tool().slug() + "/vote",
                "{\"choice\":\"ship\"}",
                "Content-Type",
                "application/json",
                "Cookie",
                cookie);
        if (cast.statusCode() != 202) {
            throw refused(cast);
        }
        return page -> ships(place, page) > ships;
    }

    /// How many would ship it, by its comparison.
    static long ships(Place place, String page) {
        Matcher shown = Pattern.compile(
                        "data-tally=\"" + Pattern.quote(place.tool().slug()) + "\"[^>]*data-ships=\"([0-9]+)\"")
                .matcher(page);
        if (!shown.find()) {
            throw new IllegalStateException("no votes on " + place.path());
        }
        return Long.parseLong(shown.group(1));
    }

    Seen review(Place place, int number) {
        String words = "Looked at again, run %d, time %d.".formatted(run, number);
        HttpResponse<String> written = gateway.send(
                "PUT",
                "/api/v1/tools/" + place.tool().slug() + "/reviews/" + CRITIC,
                SeededReview.text(number % 101, words, false),
                write());
        if (written.statusCode() != 200 && written.statusCode() != 201) {
            throw refused(written);
        }
        return page -> page.contains(words);
    }

    Seen price(Place place, int number) {
        String path = "/api/v1/tools/" + place.tool().slug();
        String price = "USD %d a month, run %d".formatted(number + 1, run);
        HttpResponse<String> present = gateway.send("GET", path, "", "Authorization", "Bearer " + editor);
        HttpResponse<String> written = gateway.send(
                "PUT",
                path,
                place.tool().body(price, number + 1),
                write("If-Match", present.headers().firstValue("etag").orElseThrow()));
        if (written.statusCode() != 200) {
            throw refused(written);
        }
        return page -> page.contains(price);
    }

    private String[] write(String... more) {
        return Stream.concat(
                        Stream.of("Authorization", "Bearer " + editor, "Content-Type", "application/json"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static IllegalStateException refused(HttpResponse<String> answer) {
        return new IllegalStateException(
                answer.request().uri() + " was answered " + answer.statusCode() + " " + answer.body());
    }
}
