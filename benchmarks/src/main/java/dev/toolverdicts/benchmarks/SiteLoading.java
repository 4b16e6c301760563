package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings a seed's data into a system: tools and reviews by the public API, votes as records of their topic. What is
/// there already stays as it is, so a second time changes nothing.
final class SiteLoading {

    private static final int AT_ONCE = 8;
    private static final int PATIENCE = 1800;

    private final Stack stack;
    private final SiteSettings settings;
    private final Api catalog;
    private final Api review;
    private final Api vote;
    private final String editor;
    private final String operator;

    private SiteLoading(Stack stack, SiteSettings settings) throws IOException {
        this.stack = stack;
        this.settings = settings;
        catalog = new Api(stack.port("catalog-service"));
        review = new Api(stack.port("review-service"));
        vote = new Api(stack.port("vote-service"));
        editor = stack.token("editor");
        operator = stack.token("operator");
    }

    static Site load(Stack stack, SiteSettings settings) throws IOException, InterruptedException {
        return new SiteLoading(stack, settings).load();
    }

    private Site load() throws InterruptedException {
        List<String> categories =
                Site.all(catalog, "/api/v1/categories?limit=100", "categories", each -> text(each, "key"));
        List<String> critics = Site.all(review, "/api/v1/critics?limit=100", "critics", each -> text(each, "key"));
        if (critics.size() != SiteSettings.CRITICS) {
            throw new IllegalStateException("the panel is " + critics);
        }
        List<SeededTool> tools = SeededTools.of(settings.seed(), settings.tools(), categories);
        List<SeededReview> reviews = SeededReview.of(settings.seed(), settings.reviews(), tools, critics);
        SeededVotes votes = SeededVotes.of(settings.seed(), settings.votes(), tools.size());
        long began = System.nanoTime();
        if (isShown(votes.tallies(), tools) && areShown(reviews, tools)) {
            told("all of it was there, known", began);
        } else {
            load(tools, reviews, votes, began);
        }
        return new Site(stack, settings, tools, categories);
    }

    private void load(List<SeededTool> tools, List<SeededReview> reviews, SeededVotes votes, long began)
            throws InterruptedException {
        List<UUID> ids = atOnce(tools, this::publish);
        told("%,d tools".formatted(ids.size()), began);
        told("%,d reviews".formatted(atOnce(reviews, this::publish).size()), began);
        count(votes, tools, ids);
        told("%,d votes".formatted(settings.votes()), began);
        settle(tools, reviews);
        told("all of it on the pages", began);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static void told(String what, long began) {
        System.out.printf("  %s after %.0f s%n", what, (System.nanoTime() - began) / 1e9);
    }

    private UUID publish(SeededTool tool) {
        HttpResponse<String> made = catalog.send("POST", "/api/v1/tools", tool.body(), with(editor));
        JsonNode written = switch (made.statusCode()) {
            case 201 -> JsonMapper.shared().readTree(made.body());
            case 409 -> catalog.json("/api/v1/tools/" + tool.slug(), "Authorization", "Bearer " + editor);
            default -> throw refused(tool.slug(), made);
        };
        return UUID.fromString(written.path("toolId").asString());
    }

    /// The service keeps a text that it has already.
    private int publish(SeededReview said) {
        String path = "/api/v1/tools/" + said.tool() + "/reviews/" + said.critic();
        HttpResponse<String> made = review.send("PUT", path, said.body(), with(editor));
        if (made.statusCode() != 201 && made.statusCode() != 200) {
            throw refused(path, made);
        }
        return made.statusCode();
    }

    private static String[] with(String token) {
        return new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + token};
    }

    private static IllegalStateException refused(String what, HttpResponse<String> answer) {
        return new IllegalStateException(what + " was answered " + answer.statusCode() + " " + answer.body());
    }

    private static <T, R> List<R> atOnce(List<T> all, Function<T, R> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<R>> begun = all.stream()
                    .map(each -> threads.submit(() -> work.apply(each)))
                    .toList();
            return begun.stream().map(SiteLoading::done).toList();
        }
    }

    private static <R> R done(Future<R> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Nothing is sent where every tool shows its votes already.
    private void count(SeededVotes votes, List<SeededTool> tools, List<UUID> ids) throws InterruptedException {
        long[][] due = votes.tallies();
        if (isShown(due, tools)) {
            return;
        }
        try (var producer = new VoteProducer(stack.port("kafka"))) {
            producer.send(votes, ids);
        }
        Waiting.until("every vote is counted", PATIENCE, () -> vote.lag(operator) == 0);
        Waiting.until("every vote is on its card", PATIENCE, () -> isShown(due, tools));
        JsonNode check = vote.json("/api/v1/votes/check", "Authorization", "Bearer " + operator);
        if (!check.path("differences").isEmpty()) {
            throw new IllegalStateException("tallies are not their votes: " + check);
        }
    }

    private boolean isShown(long[][] due, List<SeededTool> tools) {
        Map<String, JsonNode> cards = new HashMap<>();
        Site.cards(catalog).forEach(card -> cards.put(text(card, "slug"), card.path("community")));
        for (int tool = 0; tool < due.length; tool++) {
            JsonNode shown = cards.get(tools.get(tool).slug());
            if (shown == null
                    || shown.path("ships").asLong() != due[tool][0]
                    || shown.path("skips").asLong() != due[tool][1]) {
                return false;
            }
        }
        return true;
    }

    private void settle(List<SeededTool> tools, List<SeededReview> reviews) {
        Waiting.until(
                "every review is on its card", PATIENCE, () -> catalog.lag(operator) == 0 && areShown(reviews, tools));
        if (settings.votes() > 0) {
            Waiting.until(
                    "there is a leaderboard",
                    PATIENCE,
                    () -> catalog.send("GET", "/leaderboard/all", "").statusCode() == 200);
        }
    }

    private boolean areShown(List<SeededReview> reviews, List<SeededTool> tools) {
        Map<String, Long> due = new HashMap<>();
        reviews.forEach(said -> due.merge(said.tool(), 1L, Long::sum));
        return Site.cards(catalog).stream()
                        .filter(card -> spoken(card) == due.getOrDefault(text(card, "slug"), 0L))
                        .count()
                >= tools.size();
    }

    private static long spoken(JsonNode card) {
        return card.path("panel").path("ships").asLong()
                + card.path("panel").path("skips").asLong();
    }
}
