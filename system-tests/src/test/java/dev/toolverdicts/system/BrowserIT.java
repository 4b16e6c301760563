package dev.toolverdicts.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserIT {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(3000);
    private static final ContainsTextOptions COUNTED = new ContainsTextOptions().setTimeout(10_000);

    private static Chromium chromium;
    private String slug = "";

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

    @BeforeEach
    void aToolOfItsOwn() {
        slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Browser Story " + System.nanoTime());
    }

    @Test
    void anOpenPageShowsSomebodyElsesVoteByItself() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate(Sample.comparePage(slug));
        Locator figure = figure(page);
        assertThat(figure).containsText("—");
        page.evaluate("window.sameDocument = true");

        Visitor somebodyElse = new Visitor();
        vote(somebodyElse, Choice.SHIP);
        assertThat(figure).containsText("1 ship · 0 skip", SOON);
        vote(somebodyElse, Choice.SKIP);
        assertThat(figure).containsText("0 ship · 1 skip", SOON);

        Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void aClickVotesAndTheVoteIsThereAfterAReload() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate(Sample.comparePage(slug));

        button(page, "ship").click();
        // Before it is answered, a newcomer's browser has no cookie by which the next page would know them.
        assertThat(said(page)).containsText("You shipped it · counted", COUNTED);
        assertThat(figure(page)).containsText("1 ship · 0 skip", SOON);
        page.reload();
        assertThat(said(page)).containsText("You shipped it");
        assertThat(figure(page)).containsText("1 ship · 0 skip", SOON);

        button(page, "none").click();
        assertThat(figure(page)).containsText("—", SOON);
        assertThat(said(page)).containsText("Taken back. You can vote again.", COUNTED);
        page.reload();
        assertThat(said(page)).not().containsText("You shipped it");
        page.context().close();
    }

    @Test
    void aClickCountsThoughTheVisitorLeavesThePageAtOnce() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate(Sample.comparePage(slug));
        page.evaluate(
                "slug => { document.querySelector(`form[data-vote='${slug}'] button[value=skip]`).click();"
                        + " location.assign('/how-ranking-works'); }",
                slug);
        page.waitForURL("**/how-ranking-works");

        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            page.navigate(Sample.comparePage(slug));
            Assertions.assertThat(said(page).textContent()).contains("You skipped it");
        });
        page.context().close();
    }

    @Test
    void theFormWorksWithScriptsSwitchedOff() {
        Page page = chromium.visitor(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(Sample.comparePage(slug));
        awaitBallot(page);

        button(page, "skip").click();
        awaitBallot(page);
        assertThat(said(page)).containsText("You skipped it");

        button(page, "none").click();
        awaitBallot(page);
        assertThat(said(page)).not().containsText("You skipped it");
        page.context().close();
    }

    @Test
    void aNewcomersFirstClickVotesThoughTheirPageHasNoToken() {
        Page page = chromium.visitor(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(Sample.comparePage(slug));
        Assertions.assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals("voter"));

        button(page, "ship").click();

        awaitBallot(page);
        assertThat(said(page)).containsText("You shipped it");
        page.context().close();
    }

    /// The page was made without a token; whoever has voted on it needs one for its other forms.
    @Test
    void afterAVoteByScriptTheOtherFormsOfThePageHaveAToken() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate("/tool/" + slug);
        assertThat(page.locator("[data-voice] [name=formToken]")).hasAttribute("value", "");

        button(page, "ship").click();

        assertThat(page.locator("[data-voice] [name=formToken]")).hasAttribute("value", Pattern.compile(".+"));
        assertThat(page.locator("[name=formToken][value='']")).hasCount(0);
        page.context().close();
    }

    @Test
    void aListMarksTheOwnVoteAlsoOneThatWasCastInAnotherTab() {
        Page list = chromium.visitor(new NewContextOptions());
        list.navigate("/");
        Locator mark = list.locator("table [data-own='" + slug + "']");
        assertThat(mark).isHidden();

        Page tab = list.context().newPage();
        tab.navigate(Sample.comparePage(slug));
        button(tab, "skip").click();
        assertThat(said(tab)).containsText("You skipped it · counted", COUNTED);
        // Headless, every tab is in front: none is told that it is looked at again.
        list.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(mark).hasText("You skipped it");
        list.reload();
        assertThat(mark).hasText("You skipped it");

        list.navigate("/panel");
        button(tab, "ship").click();
        assertThat(said(tab)).containsText("You shipped it · counted", COUNTED);
        list.goBack();
        assertThat(mark).hasText("You shipped it");
        list.context().close();
    }

    @Test
    void smallButtonsAreLargeEnoughToHit() {
        Page page = chromium.visitor(new NewContextOptions());
        page.navigate(Sample.comparePage(slug));
        button(page, "ship").click();
        assertThat(said(page)).containsText("You shipped it");
        page.evaluate("() => { const no = document.createElement('button'); no.className = 'textual'; no.id = 'no';"
                + " no.textContent = 'No'; document.querySelector('.vote-said').append(no); }");
        for (String small : new String[] {"form[data-vote='" + slug + "'] button[value=none]", "#no"}) {
            var box = page.locator(small).boundingBox();
            Assertions.assertThat(box.width).as(small).isGreaterThanOrEqualTo(24);
            Assertions.assertThat(box.height).as(small).isGreaterThanOrEqualTo(24);
        }
        page.context().close();
    }

    /// A page does not wait for a vote-service that is busy; its ballot is then blank until the next load.
    private void awaitBallot(Page page) {
        assertThat(page).hasURL(Stack.running().url() + Sample.comparePage(slug));
        await().pollInSameThread().atMost(Duration.ofSeconds(5)).until(() -> {
            boolean known = page.locator("form[data-vote='" + slug + "'][data-known=true]")
                            .count()
                    > 0;
            if (!known) {
                page.reload();
            }
            return known;
        });
    }

    private void vote(Visitor voter, Choice choice) {
        Assertions.assertThat(voter.put("/api/v1/tools/" + slug + "/vote", choice.json())
                        .statusCode())
                .isEqualTo(202);
    }

    private Locator figure(Page page) {
        return page.locator("[data-tally='" + slug + "'] [data-figure]");
    }

    private Locator button(Page page, String value) {
        return page.locator("form[data-vote='" + slug + "'] button[value=" + value + "]");
    }

    private Locator said(Page page) {
        return page.locator("form[data-vote='" + slug + "'] [data-said]");
    }
}
