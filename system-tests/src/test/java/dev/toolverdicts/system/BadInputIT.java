package dev.toolverdicts.system;

import static dev.toolverdicts.system.Problems.assertFaults;
import static dev.toolverdicts.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whatever is wrong with what somebody sends: the answer is a problem document, and nothing of it is stored.
class BadInputIT {

    private static final String UNKNOWN = "nobody-knows-me";
    private static final String SEVENTY_KILOBYTES = "x".repeat(70 * 1024);

    private final Visitor visitor = new Visitor();
    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));
    /// Nothing like the number in the tool's name: who searches finds what is nearly the same, too.
    private final String mark = "mark" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private String slug = "";
    private String before = "";

    @BeforeEach
    void aToolOfItsOwn() {
        slug = Sample.newTool(editor, "Bad Input Story " + System.nanoTime());
        before = editor.get(tool()).body();
        await("review-service knows the tool")
                .until(() -> visitor.get(reviews()).statusCode() == 200);
    }

    /// Each test sends the mark with everything it hopes to be refused.
    @AfterEach
    void nothingIsStored() {
        assertThat(editor.get(tool()).body()).isEqualTo(before);
        assertThat(editor.get("/api/v1/tools/" + mark).statusCode()).isEqualTo(404);
        assertThat(editor.json("/api/v1/tools?q=" + mark).path("tools")).isEmpty();
        assertThat(visitor.json(reviews()).path("reviews")).isEmpty();
        assertThat(Counts.of(visitor.json(tool() + "/tally"))).isEqualTo(new Counts(0, 0));
        assertThat(visitor.json(vote()).path("choice").isNull()).isTrue();
    }

    @Test
    void anUnknownSlug() {
        assertProblem(visitor.get("/api/v1/tools/" + UNKNOWN), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tools/" + UNKNOWN + "/reviews"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tools/" + UNKNOWN + "/tally"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/comparisons/" + UNKNOWN + "-vs-" + slug), 404, "comparison-not-found");
        assertProblem(visitor.put("/api/v1/tools/" + UNKNOWN + "/vote", Choice.SHIP.json()), 404, "tool-not-found");
        assertProblem(
                editor.put("/api/v1/tools/" + UNKNOWN + "/reviews/builder", Sample.review("ship", 80, mark)),
                404,
                "tool-not-found");
        assertThat(visitor.get("/tool/" + UNKNOWN).statusCode()).isEqualTo(404);
    }

    @Test
    void brokenJson() {
        for (var answer : List.of(
                editor.post("/api/v1/tools", "{\"name\": \"" + mark),
                editor.put(review(), "{\"verdict\": \"ship\", " + mark),
                visitor.put(vote(), "{\"choice\": \"ship\""))) {
            JsonNode problem = assertProblem(answer, 400, "malformed-json");
            assertThat(problem.at("/errors/0/detail").asString(""))
                    .as(answer.body())
                    .isNotBlank();
        }
    }

    @Test
    void wrongTypes() {
        String tool = Sample.tool(mark)
                .replace("\"" + mark + "\"", "7")
                .replace("\"tags\": []", "\"tags\": \"" + mark + "\"")
                .replace("\"entryAmount\": 0", "\"entryAmount\": \"0\"");
        assertFaults(editor.post("/api/v1/tools", tool), "/name", "/tags", "/pricing/entryAmount");
        assertFaults(editor.post("/api/v1/tools", "[\"" + mark + "\"]"), "");
        String review = Sample.review("ship", 80, mark)
                .replace("\"score\": 80", "\"score\": \"80\"")
                .replace("\"handsOn\": false", "\"handsOn\": \"no\"");
        assertFaults(editor.put(review(), review), "/score", "/handsOn");
        assertFaults(visitor.put(vote(), "{\"choice\": 1}"), "/choice");
        assertFaults(visitor.put(vote(), "[\"ship\"]"), "");
    }

    @Test
    void aBodyOfSeventyKilobytes() {
        String padding = "{\"padding\": \"" + SEVENTY_KILOBYTES + "\", ";
        for (HttpResponse<String> answer : List.of(
                editor.post("/api/v1/tools", Sample.tool(mark).replaceFirst("\\{", padding)),
                editor.put(review(), Sample.review("ship", 80, mark).replaceFirst("\\{", padding)),
                visitor.put(vote(), Choice.SHIP.json().replaceFirst("\\{", padding)))) {
            assertProblem(answer, 413, "body-too-large");
        }
    }

    @Test
    void anUnknownVerdict() {
        assertFaults(editor.put(review(), Sample.review("maybe", 50, mark)), "/verdict");
        assertFaults(visitor.put(vote(), "{\"choice\": \"maybe\"}"), "/choice");
        assertFaults(visitor.put(vote(), "{\"choice\": \"none\"}"), "/choice");
        assertFaults(visitor.get("/api/v1/tools?verdict=maybe"), "/verdict");
    }

    @Test
    void tokensThatAreForgedExpiredOrUnsigned() throws ParseException, JOSEException {
        BadTokens.all().forEach((kind, token) -> {
            Visitor stranger = Visitor.bearing(token);
            for (HttpResponse<String> answer : List.of(
                    stranger.post("/api/v1/tools", Sample.tool(mark)),
                    stranger.put(review(), Sample.review("ship", 80, mark)),
                    stranger.put(vote(), Choice.SHIP.json()),
                    stranger.get(tool()))) {
                assertProblem(answer, 401, "unauthorized");
                assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                        .as(kind)
                        .startsWith("Bearer");
            }
        });
    }

    @Test
    void whoMayNot() {
        assertProblem(visitor.post("/api/v1/tools", Sample.tool(mark)), 401, "unauthorized");
        assertProblem(visitor.put(review(), Sample.review("ship", 80, mark)), 401, "unauthorized");
        Visitor skeptic = Visitor.bearing(Stack.running().token("critic", "--critic", "skeptic"));
        assertProblem(skeptic.post("/api/v1/tools", Sample.tool(mark)), 403, "forbidden");
        assertProblem(skeptic.put(review(), Sample.review("ship", 80, mark)), 403, "forbidden");
    }

    @Test
    void aVoterCookieThatWasTamperedWith() {
        visitor.get(vote());
        String honest = visitor.cookies().get("voter");
        char tenth = honest.charAt(10);
        Visitor thief = new Visitor();
        String forged = honest.substring(0, 10) + (tenth == 'A' ? 'B' : 'A') + honest.substring(11);
        for (String cookie : List.of(forged, "nonsense", honest + "AAAA")) {
            thief.cookies().put("voter", cookie);
            assertProblem(thief.put(vote(), Choice.SHIP.json()), 400, "voter-cookie-invalid");
            assertThat(thief.cookies()).as("the answer clears the cookie").doesNotContainKey("voter");
        }
    }

    @Test
    void vsInASlug() {
        for (String bad : List.of(mark + "-vs-that", "vs-" + mark, mark + "-vs", "vs")) {
            String tool = Sample.tool(mark).replace("\"name\"", "\"slug\": \"" + bad + "\", \"name\"");
            assertFaults(editor.post("/api/v1/tools", tool), "/slug");
        }
        assertThat(Sample.newTool(editor, "This vs That " + System.nanoTime())).startsWith("this-versus-that-");
    }

    private String tool() {
        return "/api/v1/tools/" + slug;
    }

    private String reviews() {
        return tool() + "/reviews";
    }

    private String review() {
        return reviews() + "/builder";
    }

    private String vote() {
        return tool() + "/vote";
    }
}
