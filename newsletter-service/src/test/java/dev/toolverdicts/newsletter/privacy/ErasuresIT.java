package dev.toolverdicts.newsletter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.LineList;
import dev.toolverdicts.platform.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class ErasuresIT extends NewsletterInfrastructure {

    @TempDir
    private Path folder;

    @Autowired
    private ErasureSettings settings;

    @Autowired
    private Eraser eraser;

    @Autowired
    private PrivacyRepository subscribers;

    @Autowired
    private AddressHashes hashes;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Ids ids;

    @Test
    void whoIsErasedAndBackInAnOlderDatabaseIsErasedAgain() {
        Reader ada = Reader.subscribed(jdbc);
        Reader bob = Reader.subscribed(jdbc);
        erase(ada);
        restore(ada);
        assertThat(started().state().erasedAgain()).isOne();

        assertThat(ada.row()).containsEntry("status", "erased").containsEntry("email", "");
        assertThat(isRemembered(ada.email())).isTrue();
        assertThat(bob.row()).containsEntry("status", "confirmed");
        Erasures.State state = started().state();
        assertThat(state.erasedAgain()).isZero();
        assertThat(state.standing()).isZero();
    }

    @Test
    void whoIsBackAndNotYetErasedAgainIsCounted() {
        Reader ada = Reader.subscribed(jdbc);
        Erasures erasures = started();
        erase(ada);
        assertThat(erasures.state().standing()).isZero();

        restore(ada);

        assertThat(erasures.state().standing()).isOne();
        started();
        assertThat(erasures.state().standing()).isZero();
    }

    @Test
    void whoCameAndWentAfterTheBackupIsKnownAsErasedAndMaySignUpAgain() throws IOException {
        UUID cem = UUID.randomUUID();
        String address = "cem-" + cem + "@example.org";
        list(folder).add(NOW, Erasure.of(NOW, cem, "erased", hashes.of(address)).line());

        started();

        assertThat(status(cem)).isEqualTo("erased");
        assertThat(isRemembered(address)).isTrue();
        jdbc.sql("DELETE FROM suppression WHERE email_hash = :hash")
                .param("hash", hashes.of(address))
                .update();
        started();
        assertThat(isRemembered(address)).as("a later consent holds").isFalse();
    }

    @Test
    void whoWasErasedBeforeThereWasAListIsPutOnIt() throws IOException {
        Reader ada = Reader.subscribed(jdbc);
        transactions.executeWithoutResult(
                _ -> eraser.erase(subscribers.lock(ada.id()).orElseThrow(), NOW));

        started();

        assertThat(list(folder).read(Erasure::parse))
                .filteredOn(erasure -> erasure.subscriberId().equals(ada.id()))
                .singleElement()
                .satisfies(erasure -> assertThat(erasure.isOfRow()).isTrue());
        restore(ada);
        started();
        assertThat(ada.row()).containsEntry("status", "erased");
    }

    @Test
    void aListThatCannotBeReadEndsTheStart() throws IOException {
        Files.writeString(folder.resolve("2026-11-23-x.erased"), "ada left us\n");

        assertThatThrownBy(this::started)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("2026-11-23-x.erased");
    }

    @Test
    void withoutAListNothingIsCompared() {
        var without = new Erasures(new ErasureSettings(null), eraser, subscribers, transactions, ids, clock());

        without.start();
        without.note(Erasure.ofRow(NOW, UUID.randomUUID()));

        assertThat(without.state()).isEqualTo(new Erasures.State(false, 0, 0, 0));
    }

    @Test
    void whereTheListCannotBeWrittenNobodyIsErasedAndLaterItWorks() throws IOException {
        Reader ada = Reader.subscribed(jdbc);
        postForm("/newsletter/privacy", "email=" + ada.email());
        String link = new WaitingMail(jdbc).link(ada.email(), "erase");
        Path place = settings.folder();
        Path aside = place.resolveSibling(place.getFileName() + "-aside");
        Files.createDirectories(place);
        Files.move(place, aside);
        Files.writeString(place, "a file where the folder should be");

        var refused = postForm(link, "");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(ada.row()).containsEntry("status", "confirmed").containsEntry("email", ada.email());

        Files.delete(place);
        Files.move(aside, place);
        assertThat(postForm(link, "").statusCode()).isEqualTo(200);
        assertThat(ada.row()).containsEntry("status", "erased");
        assertThat(list(place).read(Erasure::parse))
                .extracting(Erasure::subscriberId)
                .containsOnlyOnce(ada.id());
    }

    @Test
    void operatorsSeeHowTheListAndTheDatabaseStand() {
        assertThat(get("/actuator/erasures").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/erasures", "Authorization", TestTokens.bearer("newsletter"))
                        .statusCode())
                .isEqualTo(403);

        JsonNode state = json(get("/actuator/erasures", "Authorization", TestTokens.bearer("operator")));

        assertThat(state.path("kept").asBoolean()).isTrue();
        assertThat(state.path("standing").asInt(-1)).isZero();
    }

    private Erasures started() {
        var erasures = new Erasures(new ErasureSettings(folder), eraser, subscribers, transactions, ids, clock());
        erasures.start();
        return erasures;
    }

    private LineList list(Path place) {
        return new LineList(place, Erasures.ENDING, ids);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private void erase(Reader reader) {
        var erasures = new Erasures(new ErasureSettings(folder), eraser, subscribers, transactions, ids, clock());
        transactions.executeWithoutResult(
                _ -> erasures.note(eraser.erase(subscribers.lock(reader.id()).orElseThrow(), NOW)));
    }

    /// The row as a backup from before has it.
    private void restore(Reader reader) {
        jdbc.sql("""
                        UPDATE subscriber
                        SET email = :email, email_key = :email, status = 'confirmed', suppressed = NULL
                        WHERE subscriber_id = :id
                        """).param("email", reader.email()).param("id", reader.id()).update();
        jdbc.sql("DELETE FROM suppression WHERE email_hash = :hash")
                .param("hash", hashes.of(reader.email()))
                .update();
    }

    private String status(UUID id) {
        return jdbc.sql("SELECT status FROM subscriber WHERE subscriber_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private boolean isRemembered(String address) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM suppression WHERE email_hash = :hash)")
                .param("hash", hashes.of(address))
                .query(Boolean.class)
                .single();
    }
}
