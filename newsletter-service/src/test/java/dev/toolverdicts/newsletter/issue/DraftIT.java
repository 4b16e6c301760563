package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DraftIT extends IssueInfrastructure {

    private static final String PATH = "/api/v1/newsletter/issues";
    private static final String TOKEN = TestTokens.bearer("newsletter");

    @Test
    void aDraftTellsWhatTheTopicsSay() {
        UUID tool = UUID.randomUUID();
        String slug = "recorded-" + tool;
        publish("review.panel.v1", as(tool, sample("review.panel.v1", "mixed-after-ship")));
        publish(
                "catalog.tool.v1",
                as(tool, sample("catalog.tool.v1", "price-changed-windsurf")).put("slug", slug));
        publish("vote.tally.v1", as(tool, sample("vote.tally.v1", "a-million-votes")));
        await().until(() -> jdbc.sql("""
                        SELECT count(*) FROM digest_tool JOIN digest_panel USING (tool_id) JOIN digest_tally USING (tool_id)
                        WHERE tool_id = :id
                        """).param("id", tool).query(Long.class).single() == 1);

        Issue issue = draftIn(aWeek());
        var told = entries.of(issue.id()).stream()
                .filter(entry -> entry.toolId().equals(tool))
                .toList();

        assertThat(told)
                .extracting(IssueEntry::kind)
                .contains(EntryKind.CHANGED_VERDICT, EntryKind.PRICE_CHANGE, EntryKind.NEW_TOOL);
        assertThat(told).extracting(Headline::of).contains("Windsurf: from ship to mixed");
        assertThat(told)
                .filteredOn(entry -> entry.kind() == EntryKind.NEW_TOOL)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.dropped()).as("told by its verdict").isTrue());
        assertThat(issue.subject()).startsWith("Weekly AI Tool Verdicts: ");
        assertThat(issue.author()).isEqualTo(AUTHOR);
    }

    @Test
    void whatHasBeenToldIsNoNewsAgainAndWithoutNewsThereIsNoIssue() {
        UUID tool = newTool("told-once-" + UUID.randomUUID());
        Issue first = draftIn(aWeek());
        assertThat(entries.of(first.id())).extracting(IssueEntry::toolId).contains(tool);

        Instant next = aWeek();
        assertThatThrownBy(() -> draftIn(next)).isInstanceOf(NothingNew.class);

        newTool("told-next-" + UUID.randomUUID());
        assertThat(entries.of(draftIn(next).id()))
                .extracting(IssueEntry::toolId)
                .doesNotContain(tool);
    }

    @Test
    void anEventThatArrivesLateIsToldLate() {
        draftIn(news(aWeek()));
        UUID late = newTool("late-" + UUID.randomUUID());
        jdbc.sql("UPDATE digest_tool SET created_at = '2020-01-01T00:00:00Z' WHERE tool_id = :id")
                .param("id", late)
                .update();
        assertThat(entries.of(draftIn(aWeek()).id()))
                .extracting(IssueEntry::toolId)
                .contains(late);
    }

    @Test
    void whatACancelledDraftWouldHaveToldIsStillNews() {
        UUID tool = newTool("cancelled-" + UUID.randomUUID());
        Issue cancelled = draftIn(aWeek());
        moves.move(cancelled.id(), Move.CANCEL, "newsletter-1");
        assertThat(entries.of(draftIn(aWeek()).id()))
                .extracting(IssueEntry::toolId)
                .contains(tool);
    }

    @Test
    void gapMoverAndComparisonGoWithTheNews() {
        UUID loved = newTool("aa-" + UUID.randomUUID());
        UUID rival = UUID.randomUUID();
        tool(rival, "zz-" + rival, "cat-" + rival);
        jdbc.sql("UPDATE digest_tool SET category = :category WHERE tool_id = :id")
                .param("category", "cat-" + rival)
                .param("id", loved)
                .update();
        panel(loved, 0, 7, "skip");
        panel(rival, 4, 0, "ship");
        tally(loved, 1_000_000_000, 0);
        tally(rival, 10, 0);
        Issue first = draftIn(aWeek());
        assertThat(of(first, EntryKind.PANEL_COMMUNITY_GAP))
                .extracting(IssueEntry::toolId)
                .containsExactly(loved);
        assertThat(of(first, EntryKind.COMPARISON))
                .extracting(IssueEntry::address)
                .containsExactly("/compare/aa-%s-vs-zz-%s".formatted(slugId(loved), rival));

        tally(rival, 10, 90);
        newTool("news-" + UUID.randomUUID());
        Issue second = draftIn(aWeek());
        assertThat(of(second, EntryKind.MOVER))
                .filteredOn(entry -> entry.toolId().equals(rival))
                .extracting(Headline::of)
                .singleElement()
                .asString()
                .endsWith("community from 100 % to 10 %");
        assertThat(of(second, EntryKind.PANEL_COMMUNITY_GAP))
                .as("told last time")
                .extracting(IssueEntry::toolId)
                .doesNotContain(loved);
    }

    @Test
    void aWeekHasOneIssueWhateverTheClocksDo() throws Exception {
        newTool("unique-" + UUID.randomUUID());
        Instant monday = aWeek();
        List<Callable<Issue>> copies = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Instant now = monday.plus(Duration.ofHours((i * 31L) % 168));
            copies.add(() -> draftIn(now));
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            var ids = new ArrayList<UUID>();
            for (var run : pool.invokeAll(copies)) {
                ids.add(run.get().id());
            }
            assertThat(ids).hasSize(16).containsOnly(ids.getFirst());
        }
        assertThat(issues.byWeek(IsoWeek.of(monday).toString())).isPresent();
    }

    @Test
    void theSameNewsIsNotToldInTwoWeeksAtOnce() throws Exception {
        newTool("turns-" + UUID.randomUUID());
        Instant one = aWeek();
        Instant other = aWeek();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var outcomes = pool.invokeAll(List.of(() -> outcome(one), () -> outcome(other)));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .containsExactlyInAnyOrder("drafted", "nothing new");
        }
    }

    private String outcome(Instant week) {
        try {
            draftIn(week);
            return "drafted";
        } catch (NothingNew none) {
            return "nothing new";
        }
    }

    @Test
    void theApiDraftsThisWeekOnceAndSaysWhichItWas() {
        jdbc.sql("UPDATE issue SET iso_week = '1999-W01' WHERE iso_week = '2026-W48'")
                .update();
        String key = UUID.randomUUID().toString();
        assertThat(type(draft(key), 409)).endsWith("/nothing-new");

        newTool("api-" + UUID.randomUUID());
        var created = draft(key);
        assertThat(created.statusCode()).isEqualTo(201);
        String id = json(created).get("id").stringValue();
        assertThat(json(created).get("isoWeek").stringValue()).isEqualTo("2026-W48");
        assertThat(created.headers().firstValue("Location")).hasValue(PATH + "/" + id);

        var repeated = draft(key);
        assertThat(repeated.statusCode()).isEqualTo(201);
        assertThat(json(repeated).get("id").stringValue()).isEqualTo(id);
        var existing = draft(null);
        assertThat(existing.statusCode()).isEqualTo(200);
        assertThat(json(existing).get("id").stringValue()).isEqualTo(id);
        assertThat(type(postJson(PATH, "{\"other\": 1}", "Authorization", TOKEN, "Idempotency-Key", key), 422))
                .endsWith("/idempotency-key-reused");

        moves.move(UUID.fromString(id), Move.CANCEL, "newsletter-1");
        assertThat(type(draft(null), 409)).endsWith("/week-taken");
        jdbc.sql("UPDATE issue SET iso_week = :week WHERE issue_id = :id")
                .param("week", IsoWeek.of(aWeek()).toString())
                .param("id", UUID.fromString(id))
                .update();
    }

    @Test
    void theEditorArrangesAndWhatIsStoredIsWhatIsSent() {
        newTool("edit-a-" + UUID.randomUUID());
        newTool("edit-b-" + UUID.randomUUID());
        Issue draft = draftIn(aWeek());
        var present = entries.of(draft.id());
        int first = present.get(0).id();
        int second = present.get(1).id();
        var rest = new StringBuilder();
        present.stream()
                .skip(2)
                .forEach(entry -> rest.append(", {\"id\": %d, \"dropped\": true}".formatted(entry.id())));
        String body = """
                {"subject": "A subject", "intro": "Good morning.\\n\\nTwo things.", "entries": [
                  {"id": %d, "note": "Worth a look"}, {"id": %d, "dropped": true}%s]}
                """.formatted(second, first, rest);

        assertThat(type(put(draft, body, null), 428)).endsWith("/if-match-required");
        assertThat(type(put(draft, body, "\"7\""), 412)).endsWith("/stale-version");
        var edited = put(draft, body, "\"1\"");
        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(edited.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(json(edited).at("/entries/0/id").intValue()).isEqualTo(second);
        assertThat(json(edited).at("/entries/0/note").stringValue()).isEqualTo("Worth a look");

        var html = jdbc.sql("SELECT html FROM issue WHERE issue_id = :id")
                .param("id", draft.id())
                .query(String.class)
                .single();
        assertThat(html)
                .contains("Two things.", "Worth a look", present.get(1).facts().name())
                .doesNotContain(">" + present.get(0).facts().name() + "<");

        moves.approve(draft.id(), new Approval("second-1", null, 2, List.of()));
        assertThat(type(put(draft, body, "\"3\""), 409)).endsWith("/no-draft");
    }

    @Test
    void everyFaultOfAnArrangementIsTold() {
        newTool("faults-" + UUID.randomUUID());
        Issue draft = draftIn(aWeek());
        int id = entries.of(draft.id()).getFirst().id();
        assertThat(pointers(put(draft, "{\"entries\": [{\"id\": \"x\"}]}", "*")))
                .containsExactly("/subject", "/entries/0/id");
        assertThat(pointers(put(draft, "{\"subject\": \"s\", \"entries\": []}", "*")))
                .containsExactly("/entries");
        assertThat(pointers(put(
                        draft,
                        "{\"subject\": \"s\", \"entries\": [{\"id\": %d}, {\"id\": %d}]}".formatted(id, id),
                        "*")))
                .contains("/entries/1/id");
        assertThat(pointers(put(draft, "{\"subject\": \"Hi\\nBcc: x@example.org\", \"entries\": []}", "*")))
                .containsExactly("/subject");
        assertThat(pointers(put(draft, "[]", "*"))).containsExactly("");
        assertThat(issues.byId(draft.id())).hasValue(draft);
    }

    private Instant news(Instant week) {
        newTool("news-" + UUID.randomUUID());
        return week;
    }

    private List<IssueEntry> of(Issue issue, EntryKind kind) {
        return entries.of(issue.id()).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private String slugId(UUID tool) {
        return jdbc.sql("SELECT slug FROM digest_tool WHERE tool_id = :id")
                .param("id", tool)
                .query(String.class)
                .single()
                .substring(3);
    }

    private java.net.http.HttpResponse<String> draft(String key) {
        return key == null
                ? send("POST", PATH, "", "Authorization", TOKEN)
                : send("POST", PATH, "", "Authorization", TOKEN, "Idempotency-Key", key);
    }

    private java.net.http.HttpResponse<String> put(Issue issue, String body, String ifMatch) {
        var path = PATH + "/" + issue.id();
        return ifMatch == null
                ? send("PUT", path, body, "Authorization", TOKEN, "Content-Type", "application/json")
                : send(
                        "PUT",
                        path,
                        body,
                        "Authorization",
                        TOKEN,
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        ifMatch);
    }

    private static String type(java.net.http.HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer).get("type").stringValue();
    }

    private static List<String> pointers(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer)
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").stringValue())
                .toList();
    }

    private static byte[] sample(String topic, String name) {
        return ContractSchemas.samples(topic).get(name + ".json");
    }
}
