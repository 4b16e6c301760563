package dev.toolverdicts.vote.voice;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.vote.web.SitePage;
import org.jspecify.annotations.Nullable;

/// What stands where the form of a role and a reason was refused, as complete HTML.
final class VoicePage {

    private static final String NAME = "tool";

    private VoicePage() {}

    static SitePage refused(String title, String why, String back) {
        return new SitePage(NAME, title, """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><a href="%s">Back to the tool</a></p>""".formatted(escaped(title), escaped(why), escaped(back)));
    }

    /// With one button that sends the same with a form that is valid now.
    static SitePage again(String back, String slug, Said said, String token) {
        return new SitePage(NAME, "Once more, please", """
                <h1>Once more, please</h1>
                <p class="lead">Nothing is stored yet: the page you filled in was older than your visit. One click stores it.</p>
                <form class="vote" method="post" action="/tool/%s/vote/reason">
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="back" value="%s">
                <input type="hidden" name="role" value="%s">
                <input type="hidden" name="reason" value="%s">
                <button>Say it with my vote</button>
                </form>
                <p><a href="%3$s">Back to the tool</a></p>""".formatted(
                        escaped(slug),
                        escaped(token),
                        escaped(back),
                        escaped(word(said.role())),
                        escaped(word(said.reason()))));
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
