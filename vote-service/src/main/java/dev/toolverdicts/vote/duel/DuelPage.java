package dev.toolverdicts.vote.duel;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.vote.web.SitePage;

/// What stands where a ballot's form was refused, as complete HTML.
final class DuelPage {

    private static final String NAME = "compare";

    private DuelPage() {}

    static SitePage refused(String title, String why, String back) {
        return new SitePage(NAME, title, """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><a href="%s">Back to the comparison</a></p>""".formatted(escaped(title), escaped(why), escaped(back)));
    }

    /// With one button that sends the same ballot with a form that is valid now.
    static SitePage again(String back, String pair, String winner, String token) {
        return new SitePage(NAME, "Once more, please", """
                <h1>Once more, please</h1>
                <p class="lead">Your choice is not stored yet: the page you made it on was older than your visit. One click stores it.</p>
                <form class="vote" method="post" action="/duel/%s">
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="back" value="%s">
                <button name="winner" value="%s">%s</button>
                </form>
                <p><a href="%3$s">Back to the comparison</a></p>""".formatted(
                        escaped(pair), escaped(token), escaped(back), escaped(winner), label(winner)));
    }

    private static String label(String winner) {
        return switch (winner) {
            case "a" -> "I would ship the first";
            case "b" -> "I would ship the second";
            case "tie" -> "It is a tie";
            default -> "Take it back";
        };
    }
}
