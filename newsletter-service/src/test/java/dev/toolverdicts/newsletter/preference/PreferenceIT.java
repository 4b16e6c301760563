package dev.toolverdicts.newsletter.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class PreferenceIT extends NewsletterInfrastructure {

    private static final String PAGE = "/newsletter/preferences";

    @Autowired
    private SubscriptionLinks links;

    @Autowired
    private AddressHashes hashes;

    private Reader ada;
    private WaitingMail mail;

    @BeforeEach
    void subscribe() {
        ada = Reader.subscribed(jdbc);
        mail = new WaitingMail(jdbc);
    }

    @Test
    void openingThePageTwiceChangesNothingAndShowsNoAddress() {
        var before = ada.row();
        for (int visit = 0; visit < 2; visit++) {
            var page = get(PAGE + "?token=" + token());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("value=\"models\" checked").doesNotContain("@example.org");
        }
        assertThat(ada.row()).isEqualTo(before);
    }

    @Test
    void topicsAreNamedAndThePageSaysWhatTheyChoose() {
        UUID tool = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO digest_tool (tool_id, version, slug, name, tagline, category, category_name, status,
                                                 created_at, pricing_text, pricing_since, updated_at)
                        VALUES (:id, 1, :slug, 'Voice', 'Sample tagline', :category, 'Voice & Sound', 'active', now(),
                                'Free', now(), now())
                        """)
                .param("id", tool)
                .param("slug", "voice-" + tool)
                .param("category", "voice-sound-" + tool)
                .update();
        assertThat(get(PAGE + "?token=" + token()).body())
                .contains("value=\"voice-sound-" + tool + "\"", "Voice &amp; Sound", "An issue comes when it tells of");
    }

    @Test
    void howOftenAboutWhatAndAPauseAreSaved() {
        var saved = postForm(PAGE, "token=" + token() + "&frequency=monthly&pauseWeeks=3&topics=models");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Saved.", "Paused until 2026-12-15");
        assertThat(ada.row()).containsEntry("frequency", "monthly").containsEntry("topics", "{models}");
        assertThat((String) ada.row().get("paused")).startsWith("2026-12-15");

        postForm(PAGE, "token=" + token() + "&frequency=each");
        assertThat(ada.row())
                .containsEntry("frequency", "each")
                .containsEntry("topics", "{}")
                .containsEntry("paused", null);
    }

    @ParameterizedTest
    @CsvSource({
        "frequency=hourly&pauseWeeks=3, how often",
        "frequency=, how often",
        "topics=models&pauseWeeks=3, how often",
        "'', how often",
        "frequency=monthly&pauseWeeks=abc, whole number of weeks",
        "frequency=monthly&pauseWeeks=-1, whole number of weeks",
        "frequency=monthly&pauseWeeks=27, 26 at most",
        "frequency=monthly&pauseWeeks=1.5, whole number of weeks",
        "frequency=monthly&topics=unheard-of, topic",
    })
    void nonsenseIsSaidAndSavesNothing(String form, String said) {
        postForm(PAGE, "token=" + token() + "&frequency=weekly&pauseWeeks=2&topics=models");
        var before = ada.row();
        var answer = postForm(PAGE, "token=" + token() + "&" + form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"trouble\"", "Nothing was saved.", said);
        assertThat(Markup.faults(answer.body())).isEmpty();
        assertThat(ada.row()).isEqualTo(before);
    }

    @Test
    void whatWasChosenIsKeptWhenSomethingElseIsWrong() {
        var answer = postForm(PAGE, "token=" + token() + "&frequency=monthly&pauseWeeks=99");
        assertThat(answer.body())
                .contains("value=\"monthly\" checked", "value=\"99\"")
                .doesNotContain("value=\"models\" checked", "value=\"weekly\" checked");
    }

    @Test
    void anOldLinkSaysTheSameHoweverItIsUsed() {
        String link = PAGE + "?token=" + token();
        String next = fresh();
        postForm("/newsletter/unsubscribe", "token=" + query(links.unsubscribeUrl(ada.id(), null)));
        var shown = get(link);
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(shown.body()).contains("You are not subscribed");
        for (String form : new String[] {"frequency=monthly", "frequency=hourly"}) {
            var saved = postForm(link, form);
            assertThat(saved.statusCode()).isEqualTo(404);
            assertThat(saved.body()).isEqualTo(shown.body());
        }
        var moved = postForm(PAGE + "/address", "token=" + token() + "&email=" + next);
        assertThat(moved.statusCode()).isEqualTo(404);
        assertThat(moved.body()).isEqualTo(shown.body());
        assertThat(mail.to(next)).isEmpty();
        String alerts = URI.create(links.alertsUrl(ada.id())).getRawQuery();
        for (var answer : List.of(
                get("/newsletter/alerts?" + alerts),
                postForm("/newsletter/alerts", alerts + "&kind=tool&key=x&events=price"),
                postForm("/newsletter/alerts", alerts + "&stop=x"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(shown.body());
        }
    }

    @Test
    void anotherLinkOpensNothing() {
        String unsubscribe = query(links.unsubscribeUrl(ada.id(), null));
        var before = ada.row();
        assertThat(get(PAGE + "?token=" + unsubscribe).statusCode()).isEqualTo(404);
        assertThat(postForm(PAGE, "token=" + unsubscribe + "&frequency=monthly").statusCode())
                .isEqualTo(404);
        assertThat(ada.row()).isEqualTo(before);
    }

    @Test
    void anotherAddressTakesOverWhenItsOwnerAgrees() {
        String next = fresh();
        assertThat(askFor(next)).isEqualTo(200);
        assertThat(ada.row()).containsEntry("email", ada.email());
        String link = mail.link(next, "address");
        for (int visit = 0; visit < 2; visit++) {
            assertThat(get(link).statusCode()).isEqualTo(200);
        }
        assertThat(ada.row()).containsEntry("email", ada.email());

        assertThat(postForm(link, "").statusCode()).isEqualTo(200);
        assertThat(ada.row()).containsEntry("email", ada.email()).containsEntry("status", "unsubscribed");
        UUID moved = idOf(next);
        assertThat(statusOf(next)).isEqualTo("confirmed");
        assertThat(mail.to(ada.email()))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("another address").doesNotContain(next));
        assertThat(consents(moved)).isOne();

        assertThat(postForm(link, "").statusCode()).isEqualTo(404);
        assertThat(consents(moved)).isOne();

        // Who reads a forwarded issue could have moved it: what was stored under the old address stays there.
        postForm("/newsletter/privacy", "email=" + next);
        HttpResponse<String> export = postForm(mail.link(next, "export"), "");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.body()).contains(next).doesNotContain(ada.email());
    }

    @Test
    void linksOfTheOldAddressDoNothingToTheNewOne() {
        postForm("/newsletter/privacy", "email=" + ada.email());
        String export = mail.link(ada.email(), "export");
        String erase = mail.link(ada.email(), "erase");
        postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + ada.email() + "\"}");
        String confirm = mail.link(ada.email(), "confirm");
        String next = fresh();
        askFor(next);
        postForm(mail.link(next, "address"), "");
        postForm("/newsletter/unsubscribe", "token=" + query(links.unsubscribeUrl(ada.id(), null)));

        assertThat(postForm(export, "").statusCode()).isEqualTo(404);
        assertThat(postForm(erase, "").statusCode()).isEqualTo(404);
        assertThat(postForm(confirm, "").statusCode()).isEqualTo(404);
        assertThat(statusOf(next)).isEqualTo("confirmed");
    }

    @Test
    void anAddressWithASubscriptionOfItsOwnIsAskedAllTheSameAndGoesOnAlone() {
        Reader other = Reader.subscribed(jdbc);
        assertThat(askFor(other.email())).isEqualTo(200);
        assertThat(postForm(mail.link(other.email(), "address"), "").statusCode())
                .isEqualTo(200);
        assertThat(other.row()).containsEntry("status", "confirmed");
        assertThat(ada.row()).containsEntry("status", "unsubscribed").containsEntry("suppressed", "unsubscribed");
    }

    @Test
    void theOwnAddressHoweverItIsWrittenStaysAndWhoHasItIsTold() {
        var before = ada.row();
        for (String typed : List.of(ada.email(), ada.email().replace("reader", "READER"))) {
            assertThat(askFor(typed)).isEqualTo(200);
            var pressed = postForm(mail.link(typed, "address"), "");
            assertThat(pressed.statusCode()).isEqualTo(200);
            assertThat(pressed.body()).contains("comes here already", "nothing has been changed");
            mail.forget(typed);
        }
        assertThat(ada.row()).isEqualTo(before);
        assertThat(mail.to(ada.email())).isEmpty();
        assertThat(consents(ada.id())).isZero();
    }

    @Test
    void twoWhoMoveToOneNewAddressAtOnceBothEndThere(CapturedOutput output) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                String next = fresh();
                List<Reader> movers = List.of(Reader.subscribed(jdbc), Reader.subscribed(jdbc));
                List<Callable<Integer>> presses = new ArrayList<>();
                for (Reader mover : movers) {
                    askFor(next, mover);
                    String link = mail.link(next, "address");
                    mail.forget(next);
                    presses.add(() -> postForm(link, "").statusCode());
                }
                for (var pressed : threads.invokeAll(presses)) {
                    assertThat(pressed.get()).isEqualTo(200);
                }
                assertThat(statusOf(next)).isEqualTo("confirmed");
                assertThat(movers).allSatisfy(mover -> assertThat(mover.row()).containsEntry("status", "unsubscribed"));
                assertThat(output).doesNotContain(next);
            }
        }
    }

    @Test
    void anAddressThatComesFromElsewhereAtTheSameMomentIsTakenOver(
            @Autowired TransactionTemplate transactions, CapturedOutput output) throws Exception {
        String next = fresh();
        askFor(next);
        String link = mail.link(next, "address");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressed = Objects.requireNonNull(transactions.execute(_ -> {
                jdbc.sql("""
                                INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                                VALUES (gen_random_uuid(), :email, :email, 'pending', '{}', '2026-11-01T00:00:00Z')
                                """).param("email", next).update();
                var press = threads.submit(() -> postForm(link, "").statusCode());
                await().pollInSameThread()
                        .until(() -> jdbc.sql("""
                                SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted
                                    AND locktype = 'transactionid' AND transactionid = pg_current_xact_id()::xid)
                                """).query(Boolean.class).single());
                return press;
            }));
            assertThat(pressed.get()).isEqualTo(200);
        }
        assertThat(statusOf(next)).isEqualTo("confirmed");
        assertThat(output).doesNotContain(next);
    }

    @Test
    void whatTheDatabaseRefusesIsToldWithoutTheRow() {
        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                                VALUES (gen_random_uuid(), :email, :email, 'pending', '{}', '2026-11-01T00:00:00Z')
                                """).param("email", ada.email()).update())
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(refused -> assertThat(Throwables.getStackTrace(refused))
                        .contains("subscriber_email_key_key")
                        .doesNotContain(ada.email()));
    }

    @Test
    void theFollowOfEveryVerdictMovesWithThePreference() {
        Reader other = Reader.subscribed(jdbc);
        postForm(PAGE, "token=" + token() + "&frequency=each");
        assertThat(followsEverything(ada)).isOne();
        askFor(other.email());
        postForm(mail.link(other.email(), "address"), "");
        assertThat(other.row()).containsEntry("frequency", "each");
        assertThat(followsEverything(other)).isOne();
        assertDefaults();

        Reader weekly = Reader.subscribed(jdbc);
        String to = query(links.preferencesUrl(weekly.id()));
        // The two mails of this moment are in no order.
        mail.forget(other.email());
        postForm(PAGE + "/address", "token=" + to + "&email=" + other.email());
        postForm(mail.link(other.email(), "address"), "");
        assertThat(other.row()).containsEntry("frequency", "weekly");
        assertThat(followsEverything(other)).isZero();
    }

    @Test
    void whoLeavesAndComesBackBeginsWithTheDefaults() {
        postForm(PAGE, "token=" + token() + "&frequency=each&pauseWeeks=2&topics=models");
        assertThat(followsEverything(ada)).isOne();
        postForm("/newsletter/unsubscribe", "token=" + query(links.unsubscribeUrl(ada.id(), null)));
        assertDefaults();

        signUpAgain();
        assertThat(ada.row()).containsEntry("status", "confirmed");
        assertDefaults();
    }

    @Test
    void soDoesWhoLeftWhenPreferencesWereStillKept() {
        postForm(PAGE, "token=" + token() + "&frequency=each");
        jdbc.sql("UPDATE subscriber SET status = 'unsubscribed', suppressed = 'unsubscribed' WHERE subscriber_id = :id")
                .param("id", ada.id())
                .update();
        signUpAgain();
        assertThat(ada.row()).containsEntry("status", "confirmed");
        assertDefaults();
    }

    @Test
    void whoeverAsksForThemOnceMoreSubscribersKeepTheirPreferences() {
        postForm(PAGE, "token=" + token() + "&frequency=each&pauseWeeks=2&topics=models");
        var before = ada.row();
        postJson(
                "/api/v1/newsletter/subscriptions",
                "{\"email\": \"" + ada.email() + "\", \"topics\": [\"wish-of-a-stranger\"], \"source\": \"/else\"}");
        assertThat(postForm(mail.link(ada.email(), "confirm"), "").body()).contains("You are subscribed");
        assertThat(ada.row()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT source FROM subscriber WHERE subscriber_id = :id")
                        .param("id", ada.id())
                        .query(String.class)
                        .single())
                .isEqualTo("/weekly");
        assertThat(followsEverything(ada)).isOne();
    }

    private void signUpAgain() {
        postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + ada.email() + "\"}");
        assertThat(postForm(mail.link(ada.email(), "confirm"), "").statusCode()).isEqualTo(200);
    }

    private void assertDefaults() {
        assertThat(ada.row())
                .containsEntry("frequency", "weekly")
                .containsEntry("topics", "{}")
                .containsEntry("paused", null);
        assertThat(followsEverything(ada)).isZero();
    }

    private int followsEverything(Reader reader) {
        return jdbc.sql("SELECT count(*) FROM follow WHERE subscriber_id = :id AND target_kind = 'all'")
                .param("id", reader.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void anAddressThatComplainedIsNotMailedByTakingOver() {
        Reader other = Reader.subscribed(jdbc);
        askFor(other.email());
        suppress(other, "complaint");
        assertThat(postForm(mail.link(other.email(), "address"), "").statusCode())
                .isEqualTo(404);
        assertThat(other.row()).containsEntry("suppressed", "complaint");
        assertThat(ada.row()).containsEntry("email", ada.email()).containsEntry("status", "confirmed");
    }

    @Test
    void norIsOneOfWhichOnlyTheComplaintIsRemembered() {
        String next = fresh();
        askFor(next);
        remember(next, "complaint");
        assertThat(postForm(mail.link(next, "address"), "").statusCode()).isEqualTo(404);
        assertThat(ada.row()).containsEntry("email", ada.email()).containsEntry("status", "confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "operator"})
    void whoWantsNoMailIsNotEvenAskedAndTheAnswerTellsNothing(String reason) {
        Reader other = Reader.subscribed(jdbc);
        suppress(other, reason);
        String erased = fresh();
        remember(erased, reason);
        String unknown = ask(fresh(), ada).body();
        for (String email : List.of(other.email(), erased)) {
            var answer = ask(email, ada);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(unknown);
            assertThat(mail.to(email)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribed", "hard_bounce", "soft_bounces"})
    void whoOnlyLeftOrWasOutOfReachIsAsked(String reason) {
        Reader other = Reader.subscribed(jdbc);
        suppress(other, reason);
        assertThat(askFor(other.email())).isEqualTo(200);
        assertThat(mail.to(other.email())).hasSize(1);
    }

    private void suppress(Reader reader, String reason) {
        jdbc.sql("UPDATE subscriber SET suppressed = :reason WHERE subscriber_id = :id")
                .param("reason", reason)
                .param("id", reader.id())
                .update();
    }

    private void remember(String email, String reason) {
        jdbc.sql("INSERT INTO suppression (email_hash, reason, since) VALUES (:hash, :reason, '2026-11-01T00:00:00Z')")
                .param("hash", hashes.of(email))
                .param("reason", reason)
                .update();
    }

    @Test
    void aBadAddressIsSaidAtTheForm() {
        var answer = postForm(PAGE + "/address", "token=" + token() + "&email=nobody");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"trouble\"", "value=\"nobody\"");
    }

    @Test
    void whoAsksForTooManyAddressesIsToldWhenToComeBack() {
        String network = "198.51.105.1";
        for (int time = 0; time < 10; time++) {
            assertThat(move(fresh(), network).statusCode()).isEqualTo(200);
        }
        var refused = move(fresh(), network);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("360");
    }

    private HttpResponse<String> move(String email, String network) {
        return postForm(PAGE + "/address", "token=" + token() + "&email=" + email, "X-Client-Ip", network);
    }

    private UUID idOf(String email) {
        return jdbc.sql("SELECT subscriber_id FROM subscriber WHERE email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private String statusOf(String email) {
        return jdbc.sql("SELECT status FROM subscriber WHERE email = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }

    private int askFor(String email) {
        return askFor(email, ada);
    }

    private int askFor(String email, Reader reader) {
        return ask(email, reader).statusCode();
    }

    private HttpResponse<String> ask(String email, Reader reader) {
        String token = query(links.preferencesUrl(reader.id()));
        return postForm(PAGE + "/address", "token=" + token + "&email=" + email);
    }

    private long consents(UUID subscriber) {
        return jdbc.sql("SELECT count(*) FROM consent WHERE subscriber_id = :id AND kind = 'address_changed'")
                .param("id", subscriber)
                .query(Long.class)
                .single();
    }

    private String token() {
        return query(links.preferencesUrl(ada.id()));
    }

    private static String query(String url) {
        return URI.create(url).getRawQuery().substring("token=".length());
    }

    private static String fresh() {
        return "next-" + UUID.randomUUID() + "@example.org";
    }
}
