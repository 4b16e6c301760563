package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// PostgreSQL has no room to write, as it says with SQLSTATE 53100: votes are taken all the same,
/// and counted later.
class FullDiskIT extends WholeService {

    @AfterEach
    void makeRoom() {
        jdbc.sql("DROP TRIGGER IF EXISTS no_room ON votes").update();
    }

    @Test
    void votesWaitInTheLogAndAreCountedOnceThereIsRoom() {
        Tool tool = catalog.announce();
        var visitor = new Visitor(port);
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")));
        visitor.awaitTally(tool.slug(), 1, 0);
        long before = deadLetters();
        fill();

        receipt(visitor.cast(tool.slug(), "skip"));
        receipt(new Visitor(port).cast(tool.slug(), "skip"));

        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> visitor.tally(tool.slug()).get("skips").asLong() == 0);
        assertThat(visitor.own(tool.slug()).get("choice").asString())
                .as("what the voter chose is shown by the receipt")
                .isEqualTo("skip");

        makeRoom();
        visitor.awaitTally(tool.slug(), 0, 2);
        assertThat(deadLetters()).isEqualTo(before);
        assertThat(check.run().differences()).isEmpty();
    }

    private void fill() {
        jdbc.sql("""
                        CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100';
                        END $$
                        """).update();
        jdbc.sql("""
                        CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON votes
                        FOR EACH STATEMENT EXECUTE FUNCTION no_room()
                        """).update();
    }

    private long deadLetters() {
        return jdbc.sql("SELECT count(*) FROM dead_letter").query(Long.class).single();
    }
}
