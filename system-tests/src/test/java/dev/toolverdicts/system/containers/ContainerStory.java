package dev.toolverdicts.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Counts;
import dev.toolverdicts.system.Mailbox;
import dev.toolverdicts.system.Sample;
import dev.toolverdicts.system.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What `system-tests/containers` tells: the system in containers does what the local stack does,
/// spreads votes over the copies of vote-service, and loses none of them when a copy is killed.
public final class ContainerStory {

    private static final int TOOLS = 20;
    private static final int VOTERS = 1_000;
    private static final int VOTERS_DURING_THE_KILL = 300;
    private static final long VOTES_BEFORE_THE_KILL = 1_000;
    private static final String[] SCALES = {"vote-service=3", "gateway=2"};

    private final Composition composition;
    private final List<String> doors;
    private final String operator;
    private final Visitor editor;
    private final long began = System.nanoTime();

    private ContainerStory(Composition composition) {
        this.composition = composition;
        doors = composition.doors();
        operator = composition.token("operator");
        editor = new Visitor(doors.getFirst()).with("Authorization", "Bearer " + composition.token("editor"));
    }

    /// Ends with 1 when anything was wrong.
    public static void main(String[] args) throws InterruptedException {
        try (Composition composition = Composition.fresh()) {
            long began = System.nanoTime();
            composition.up(SCALES);
            System.out.printf(Locale.ROOT, "containers: all healthy after %.0f s%n", (System.nanoTime() - began) / 1e9);
            new ContainerStory(composition).tell();
        } catch (AssertionError wrong) {
            wrong.printStackTrace();
            System.exit(1);
        }
    }

    private void tell() throws InterruptedException {
        everyServiceIsShutIn();
        theComparisonIsThere();
        aReviewShows();
        anEditorSignsIn();
        aMailArrives();
        everyCopyTakesItsShare();
        aKilledCopyLosesNothing();
        everyTallyIsRight();
        everyServiceEndsInGoodOrder();
        say("told to the end");
    }

    private void say(String words) {
        System.out.printf(Locale.ROOT, "containers: %4.0f s  %s%n", (System.nanoTime() - began) / 1e9, words);
    }

    private void everyServiceIsShutIn() {
        for (String service : Composition.SERVICES) {
            for (String copy : composition.copies(service)) {
                assertThat(composition.in(copy, "id", "-u")).as(service).isEqualTo("10001");
                assertThat(composition.inspect(copy, "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"))
                        .as(service)
                        .isEqualTo("true [ALL]");
                assertThat(composition.in(copy, "head", "-c", "400", "/app/sbom/application.cdx.json"))
                        .as(service)
                        .contains("CycloneDX");
                // Of a cache that is refused the JVM says so, and starts without.
                assertThat(composition.log(copy)).as(service).doesNotContain("[aot]", "[warning]", "[error]");
            }
        }
        say("services: uid 10001, read-only, no capabilities, their caches in use");
    }

    private void theComparisonIsThere() {
        for (String door : doors) {
            // A dozen JVMs that have just started keep the first readers waiting longer than the gateway does.
            await("the machine comes to rest")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> new Visitor(door).get(Sample.SEED_PAGE).statusCode() == 200);
            assertThat(new Visitor(door).get(Sample.SEED_PAGE).body())
                    .contains("Llama 4 Scout Fine-Tuning Toolkit", "Mistral 3B", "Panel ship", "Reviewer scorecard")
                    .containsPattern("75\\s*%");
        }
        say("the comparison page, from " + doors.size() + " gateways");
    }

    private void aReviewShows() {
        String slug = newTool("Reviewed");
        Visitor critic = new Visitor(doors.getFirst())
                .with("Authorization", "Bearer " + composition.token("critic", "--critic", "futurist"));
        String path = "/api/v1/tools/" + slug + "/reviews/futurist";
        assertThat(critic.put(path, Sample.review("ship", 80, "Seen in a container."))
                        .statusCode())
                .isEqualTo(201);
        await("the review is on the page")
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        new Visitor(doors.getLast()).get("/tool/" + slug).body().contains("Seen in a container."));
        say("a critic's review, on the page");
    }

    /// At one gateway, and is known to all of them.
    private void anEditorSignsIn() {
        var editor = new Person(composition.identity(), doors.getFirst(), "editor", composition.password());
        editor.signIn();
        for (String door : doors) {
            assertThat(editor.at(door).get("/desk/tools").statusCode()).as(door).isEqualTo(200);
        }
        editor.signOut();
        for (String door : doors) {
            assertThat(editor.at(door).get("/desk/tools").statusCode()).as(door).isEqualTo(401);
        }
        say("an editor signed in and out, for " + doors.size() + " gateways");
    }

    private void aMailArrives() {
        String address = "reader-" + System.nanoTime() + "@example.org";
        assertThat(new Visitor(doors.getFirst())
                        .post("/api/v1/newsletter/subscriptions", "{\"email\": \"%s\"}".formatted(address))
                        .statusCode())
                .isEqualTo(202);
        assertThat(Mailbox.link(new Mailbox(composition.mailbox()).await(address, "confirm"), "/newsletter/confirm"))
                .contains("token=");
        say("a mail with the link that confirms, in the mailbox");
    }

    private void everyCopyTakesItsShare() throws InterruptedException {
        List<String> copies = composition.copies("vote-service");
        List<Long> before = taken(copies);
        Crowd crowd = new Crowd(doors, newTools("Shared"), VOTERS);
        long start = System.nanoTime();
        crowd.vote();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> shares = new ArrayList<>();
        List<Long> after = taken(copies);
        for (int i = 0; i < copies.size(); i++) {
            shares.add(after.get(i) - before.get(i));
        }
        say(String.format(
                Locale.ROOT,
                "%d votes in %.0f s, taken by each copy: %s, sent again: %d",
                crowd.acknowledged(),
                seconds,
                shares,
                crowd.repeated()));
        assertThat(shares).hasSize(3).allSatisfy(share -> assertThat(share * 4).isGreaterThanOrEqualTo(crowd.votes()));
        isCounted(crowd);
    }

    private void aKilledCopyLosesNothing() throws InterruptedException {
        Crowd crowd = new Crowd(doors, newTools("Killed"), VOTERS_DURING_THE_KILL);
        String victim = composition.copies("vote-service").get(1);
        Thread nemesis = Thread.ofVirtual().start(() -> {
            await("votes before the kill")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> crowd.acknowledged() >= VOTES_BEFORE_THE_KILL);
            composition.kill(victim);
            say("a copy is killed after " + crowd.acknowledged() + " votes");
        });
        crowd.vote();
        nemesis.join();
        say(crowd.acknowledged() + " votes around the kill, sent again: " + crowd.repeated());
        isCounted(crowd);

        composition.start(victim);
        composition.up(SCALES);
        await("the copy takes votes again")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    new Crowd(doors, crowd.tools(), 10).vote();
                    return taken(List.of(victim)).getFirst() > 0;
                });
        say("started again, it takes votes");
    }

    /// Every vote in its tally, and every tally on its card.
    private void isCounted(Crowd crowd) {
        Visitor reader = new Visitor(doors.getFirst());
        long start = System.nanoTime();
        for (int i = 0; i < TOOLS; i++) {
            int tool = i;
            await("all votes are counted")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> {
                        String path = "/api/v1/tools/" + crowd.tools().get(tool);
                        assertThat(Counts.of(reader.json(path + "/tally"))).isEqualTo(crowd.expected(tool));
                        assertThat(Counts.of(reader.json(path).path("community")))
                                .isEqualTo(crowd.expected(tool));
                    });
        }
        say(String.format(
                Locale.ROOT,
                "all %d are in the tallies and on the cards, %.1f s later",
                crowd.votes(),
                (System.nanoTime() - start) / 1e9));
    }

    /// By the operator's own question to a copy that counts.
    private void everyTallyIsRight() {
        JsonNode check =
                composition.ask(composition.copies("vote-service").getFirst(), "/api/v1/votes/check", operator);
        assertThat(check.path("differences")).as(check.toString()).isEmpty();
        say("no tally of " + check.path("tools") + " differs from its votes, " + check.path("votes") + " in all");
    }

    private void everyServiceEndsInGoodOrder() {
        composition.stop();
        for (String service : Composition.SERVICES) {
            for (String copy : composition.copies(service)) {
                // 143 is SIGTERM heard, 137 would be patience lost.
                assertThat(composition.inspect(copy, "{{.State.ExitCode}}"))
                        .as(service)
                        .isEqualTo("143");
            }
        }
        say("stopped by SIGTERM, each in time");
    }

    private List<Long> taken(List<String> copies) {
        return copies.stream().map(copy -> composition.taken(copy, operator)).toList();
    }

    private List<String> newTools(String name) {
        return IntStream.range(0, TOOLS).mapToObj(i -> newTool(name + " " + i)).toList();
    }

    /// Every copy of vote-service knows it when this returns.
    private String newTool(String name) {
        String slug = Sample.newTool(editor, name + " " + System.nanoTime());
        await("the tool is known")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> new Visitor(doors.getFirst())
                                .get("/api/v1/tools/" + slug + "/tally")
                                .statusCode()
                        == 200);
        return slug;
    }
}
