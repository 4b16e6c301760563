package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.secrets.SecretFiles;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing keys are replaced while votes are cast.
class KeyRotationIT extends WholeService {

    private static final int VOTERS = 8;
    /// The secret of the service, which signed alone before there was a file.
    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "bmV3IGtleSBuZXcga2V5IG5ldyBrZXkgbmV3IGtleSE=";

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        write(OLD);
        registry.add("vote.signing-key-file", () -> folder.resolve("keys"));
        registry.add("secrets.look-every", () -> "1h");
    }

    @Autowired
    SecretFiles secrets;

    private Tool tool;

    @BeforeEach
    void aTool() {
        write(OLD);
        secrets.look();
        tool = catalog.announce();
    }

    @Test
    void aRotationUnderVotesLosesNoneAndMakesNobodyANewVoter() throws Exception {
        var over = new AtomicBoolean();
        List<AtomicInteger> cast = new ArrayList<>();
        List<Visitor> voters = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(VOTERS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < VOTERS; i++) {
                var voter = new Visitor(port);
                voters.add(voter);
                cast.add(new AtomicInteger());
                all.add(threads.submit(voting(voter, over, cast.getLast())));
            }
            try {
                for (String keys : new String[] {OLD + "\n" + NEW, NEW + "\n" + OLD}) {
                    awaitMore(cast);
                    write(keys);
                    secrets.look();
                }
                awaitMore(cast);
            } finally {
                over.set(true);
            }
            for (Future<Integer> each : all) {
                assertThat(each.get()).isPositive();
            }
        }
        write(NEW);
        secrets.look();

        // Everybody came by meanwhile, so the old key is nobody's.
        for (Visitor voter : voters) {
            String last = receipt(voter.cast(tool.slug(), "skip"));
            assertThat(voter.own(tool.slug(), last).get("choice").asString()).isEqualTo("skip");
        }
        voters.getFirst().awaitTally(tool.slug(), 0, VOTERS);
        assertThat(voterIds()).as("one row for each").hasSize(VOTERS);
    }

    @Test
    void aReceiptIsGoodUntilItsKeyIsRetiredAndThenTheCookieIsToo() {
        var voter = new Visitor(port);
        String receipt = receipt(voter.cast(tool.slug(), "ship"));
        String cookie = String.valueOf(voter.cookies.get("voter"));

        write(NEW + "\n" + OLD);
        secrets.look();
        assertThat(voter.own(tool.slug(), receipt).get("counted").asBoolean()).isTrue();
        assertThat(lookedUp(receipt)).isEqualTo(200);
        assertThat(receipt(voter.cast(tool.slug(), "skip"))).isNotEmpty();
        assertThat(voter.cookies.get("voter")).as("sealed anew").isNotEqualTo(cookie);

        write(NEW);
        secrets.look();
        assertThat(lookedUp(receipt)).isEqualTo(404);
        assertThat(voter.cast(tool.slug(), "ship").statusCode()).isEqualTo(202);
        voter.cookies.put("voter", cookie);
        var refused = voter.cast(tool.slug(), "ship");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("type").asString()).endsWith("voter-cookie-invalid");
    }

    /// What an operator gets for it.
    private int lookedUp(String receipt) {
        var operator = new Visitor(port);
        return operator.send(operator.to("/api/v1/operations/vote/receipts/" + receipt)
                        .header("Authorization", TestTokens.bearer("operator")))
                .statusCode();
    }

    @Test
    void aFileThatCannotBeUsedStopsNobody() {
        var voter = new Visitor(port);
        receipt(voter.cast(tool.slug(), "ship"));

        write("no key at all");
        secrets.look();

        assertThat(voter.cast(tool.slug(), "skip").statusCode()).isEqualTo(202);
    }

    /// How many votes were accepted.
    private Callable<Integer> voting(Visitor voter, AtomicBoolean over, AtomicInteger cast) {
        return () -> {
            int accepted = 0;
            while (!over.get()) {
                receipt(voter.cast(tool.slug(), accepted % 2 == 0 ? "ship" : "skip"));
                accepted++;
                cast.incrementAndGet();
            }
            return accepted;
        };
    }

    /// By each voter: who has not come by since has no cookie of the new key. The first of these votes may have
    /// been on its way before.
    private static void awaitMore(List<AtomicInteger> cast) {
        List<Integer> before = cast.stream().map(AtomicInteger::get).toList();
        await().atMost(SOON)
                .until(() ->
                        IntStream.range(0, VOTERS).allMatch(i -> cast.get(i).get() >= before.get(i) + 2));
    }

    private List<UUID> voterIds() {
        return jdbc.sql("SELECT voter_id FROM votes WHERE tool_id = ?")
                .param(tool.id())
                .query(UUID.class)
                .list();
    }

    private static void write(String keys) {
        try {
            Files.writeString(folder.resolve("keys"), keys + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
