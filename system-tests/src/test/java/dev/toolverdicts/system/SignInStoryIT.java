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
    void aVisitorWithTheAddressGetsNothing() {
        var visitor = new Visitor();
        for (String path : List.of("/desk/tools", "/desk/newsletter", "/desk/newsletter/import")) {
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
        return session.value;
    }

    private static HttpResponse<String> asBefore(String session, String path) {
        return new Visitor().with("Cookie", "session=" + session).get(path);
    }
}
