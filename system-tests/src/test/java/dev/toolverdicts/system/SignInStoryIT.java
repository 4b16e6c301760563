package dev.toolverdicts.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Editors sign in with a browser, work, and sign out; what is left of it is worthless.
class SignInStoryIT {

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void anEditorSignsInChangesAToolAndSignsOut() {
        String slug =
                Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Sign-in Story " + System.nanoTime());
        String desk = "/desk/tools/" + slug;
        Page page = chromium.visitor(new NewContextOptions());

        page.navigate(desk);
        signIn(page, "editor");
        assertThat(page).hasURL(Stack.running().url() + desk);
        page.getByLabel("Tagline").fill("Changed by an editor in a browser");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep these changes"))
                .click();
        assertThat(page.getByLabel("Tagline")).hasValue("Changed by an editor in a browser");
        await().until(() -> new Visitor().get("/tool/" + slug).body().contains("Changed by an editor in a browser"));

        page.navigate("/desk");
        assertThat(page.locator("main")).containsText("Signed in as editor");
        assertThat(page.locator("main a")).hasCount(2);
        String session = sessionOf(page);
        Assertions.assertThat(asBefore(session, desk).statusCode()).isEqualTo(200);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(Stack.running().url() + "/desk");
        assertThat(page.locator("main")).not().containsText("Signed in");
        Assertions.assertThat(page.context().cookies())
                .extracting(cookie -> cookie.name)
                .doesNotContain("session");

        Assertions.assertThat(asBefore(session, desk).statusCode())
                .as("the cookie from before")
                .isEqualTo(401);
        page.navigate(desk);
        // Signed out at the provider too.
        assertThat(page.getByLabel("Password")).isVisible();
        page.context().close();
    }

    @Test
    void aNewsletterEditorSeesTheNewsletterAndNothingElse() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate("/desk");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        signIn(page, "newsletter");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Newsletter"))
                .click();
        assertThat(page.locator("h1")).hasText("Newsletter");
        Assertions.assertThat(page.navigate("/desk/tools").status()).isEqualTo(403);
        page.context().close();
    }

    @Test
    void aCriticSignsInAndWritesAReviewThatShowsOnTheToolsPage() {
        var editor = Visitor.bearing(Stack.running().token("editor"));
        String name = "Reviewed at the desk " + System.nanoTime();
        String slug = Sample.newTool(editor, name);
        await().until(() -> editor.get("/desk/reviews/builder/" + slug).statusCode() == 200);
        Page page = chromium.visitor(new NewContextOptions());

        page.navigate("/desk/reviews");
        signIn(page, "builder");
        assertThat(page).hasURL(Stack.running().url() + "/desk/reviews/builder");
        page.locator("#q").fill(name);
        press(page, "Find");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        page.locator("#verdict").selectOption("ship");
        page.locator("#body").fill("Written in a browser.");
        page.locator("#authorKind").selectOption("human");
        press(page, "Publish");
        assertThat(page.locator("#score-fault")).containsText("from 0 to 100");
        page.locator("#score").fill("71");
        press(page, "Publish");
        assertThat(page.locator("main")).containsText("Revision 1 of");

        await().until(() -> new Visitor().get("/tool/" + slug).body().contains("Written in a browser."));
        Assertions.assertThat(page.navigate("/desk/reviews/skeptic").status()).isEqualTo(403);
        page.context().close();
    }

    @Test
    void aModeratorSignsInAndDiscardsAHeldVote() {
        String name = "Held at the desk " + System.nanoTime();
        String slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), name);
        var voter = new Visitor();
        Assertions.assertThat(voter.put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}")
                        .statusCode())
                .isEqualTo(202);
        hold(slug, voter.json("/api/v1/my-votes/export").path("voterId").asString());
        Page page = chromium.visitor(new NewContextOptions());

        page.navigate("/desk/votes");
        signIn(page, "moderator");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        press(page, "Claim them");
        assertThat(page.locator("main")).containsText("You have claimed these votes");
        page.getByLabel("All 1, on every page").check();
        page.getByLabel("Note for moderators").fill("a test");
        press(page, "Discard them");

        assertThat(page.locator("main")).containsText("None of them waits any more");
        awaitWhy(slug, "discarded");
        page.context().close();
    }

    private static void hold(String slug, String voterId) {
        var moderator = Visitor.bearing(Stack.running().token("moderator"));
        String order = """
                {"tool": "%s", "voterIds": ["%s"], "ruling": "held", "reason": "looks_odd", "note": "a test"}
                """.formatted(slug, voterId);
        // Only what is counted can be held.
        await().until(() ->
                moderator.post("/api/v1/moderation/rulings", order).body().contains("\"votes\":1"));
        awaitWhy(slug, "held");
    }

    private static void awaitWhy(String slug, String state) {
        await().until(() -> new Visitor()
                        .json("/api/v1/tools/" + slug + "/tally/why")
                        .at("/total/" + state)
                        .asInt()
                == 1);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aVisitorWithTheAddressGetsNothing() {
        var visitor = new Visitor();
        for (String path :
                List.of("/desk/tools", "/desk/newsletter", "/desk/newsletter/import", "/desk/reviews", "/desk/votes")) {
            HttpResponse<String> program = visitor.get(path);
            Assertions.assertThat(program.statusCode()).as(path).isEqualTo(401);
            HttpResponse<String> person =
                    new Visitor().with("Accept", "text/html").get(path);
            Assertions.assertThat(person.statusCode()).as(path).isEqualTo(303);
            Assertions.assertThat(person.body()).as(path).isEmpty();
        }
        Assertions.assertThat(visitor.get("/desk").body()).contains("Sign in").doesNotContain("/desk/newsletter");
        Assertions.assertThat(visitor.cookies()).isEmpty();
    }

    private static void signIn(Page page, String name) {
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password").fill(Stack.running().secret("identity-password"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static String sessionOf(Page page) {
        Cookie session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("session"))
                .findFirst()
                .orElseThrow();
        Assertions.assertThat(session.httpOnly).isTrue();
        KnownSecrets.add("cookie session", session.value);
        return session.value;
    }

    private static HttpResponse<String> asBefore(String session, String path) {
        return new Visitor().with("Cookie", "session=" + session).get(path);
    }
}
