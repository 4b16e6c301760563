package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// PostgreSQL has no room to write, as it says with SQLSTATE 53100.
class FullDiskIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);

    @AfterEach
    void roomForAll() {
        makeRoom("tool");
        makeRoom("tool_card");
    }

    @Test
    void aWriteIsRefusedForNowAndTakenOnceThereIsRoom() {
        Draft draft = Draft.fresh();
        fill("tool");

        Api.Answer refused = api.post(draft.json());

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.at("/type")).endsWith("/service-unavailable");
        assertThat(api.get("/api/v1/tools").status()).as("reading goes on").isEqualTo(200);

        makeRoom("tool");
        assertThat(api.post(draft.json()).status()).isEqualTo(201);
    }

    @Test
    void anEventThatFindsNoRoomIsAppliedLaterAndIsNoDeadLetter() {
        long before = deadLetters();
        fill("tool_card");

        Api.Answer added = api.post(Draft.fresh().json());

        assertThat(added.status()).isEqualTo(201);
        String card = Api.path(added.at("/slug"));
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> api.get(card).status() == 404);

        makeRoom("tool_card");
        await().atMost(SOON).until(() -> api.get(card).status() == 200);
        assertThat(deadLetters()).isEqualTo(before);
    }

    private void fill(String table) {
        jdbc.sql("""
                        CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100';
                        END $$
                        """).update();
        jdbc.sql("CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION no_room()")
                .update();
    }

    private void makeRoom(String table) {
        jdbc.sql("DROP TRIGGER IF EXISTS no_room ON " + table).update();
    }

    private long deadLetters() {
        return jdbc.sql("SELECT count(*) FROM dead_letter").query(Long.class).single();
    }
}
