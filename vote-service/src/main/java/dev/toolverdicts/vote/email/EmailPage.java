package dev.toolverdicts.vote.email;

import static dev.toolverdicts.vote.web.SitePage.escaped;

import dev.toolverdicts.vote.web.SitePage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The words of verifying an address, as HTML.
final class EmailPage {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private EmailPage() {}

    /// What stands on the voter's own page.
    static String section(Optional<Instant> validFrom, Instant now, String formToken) {
        return """
                <section class="section" aria-labelledby="address">
                <h2 id="address">Verified by e-mail</h2>
                %s
                </section>""".formatted(
                        validFrom.map(from -> verified(from, now, formToken)).orElseGet(() -> offer(formToken)));
    }

    private static String verified(Instant from, Instant now, String formToken) {
        String since = from.isAfter(now)
                ? "Your address is verified, but it still vouches for another browser. From %s on it vouches for this one."
                        .formatted(MOMENT.format(from))
                : "The votes you cast now are shown as verified by e-mail. They count as much as any other.";
        return """
                <p>%s We keep a keyed hash of your address and not the address.</p>
                <form class="vote" method="post" action="/my-votes/email/forget">
                <input type="hidden" name="formToken" value="%s">
                <button class="textual">Forget my address</button>
                </form>""".formatted(since, escaped(formToken));
    }

    private static String offer(String formToken) {
        return """
                <p>Prove that you read an address, and votes you cast from then on are shown as verified. They count as much as any \
                other: how voters are known is shown, not weighed. The address is not kept, only a keyed hash of it, and nothing is sent \
                but one link.</p>
                <form class="newsletter" method="post" action="/my-votes/email">
                <label for="email">E-mail address</label>
                <input id="email" class="share" name="email" type="email" autocomplete="email" maxlength="254" required>
                <input type="hidden" name="formToken" value="%s">
                <button>Send me the link</button>
                </form>""".formatted(escaped(formToken));
    }

    static SitePage asked() {
        return page("Look into your mail", """
                <p class="lead">If that address can be written to, a link is on its way. It works once, for an hour, in this browser.</p>
                <p>Nothing there after some minutes? Look among the unwanted mail before you ask again: an address gets few of \
                these in an hour.</p>""");
    }

    static SitePage button(String token, String formToken) {
        return page("Verify your address", """
                <p class="lead">One click, and the votes you cast in this browser are shown as verified by e-mail.</p>
                <form class="vote" method="post" action="/my-votes/verify">
                <input type="hidden" name="formToken" value="%s">
                <input type="hidden" name="token" value="%s">
                <button>Verify my address</button>
                </form>
                <p class="after quiet">Somebody else asked for this? Then close the page: nothing has happened.</p>""".formatted(escaped(formToken), escaped(token)));
    }

    static SitePage verified(Instant from, Instant now) {
        return page(
                "Your address is verified",
                """
                <p class="lead" role="status">%s</p>""".formatted(
                                from.isAfter(now)
                                        ? "It vouched for another browser until now. What that one was told runs out first: from %s on it vouches for this one, and only this one."
                                                .formatted(MOMENT.format(from))
                                        : "Votes you cast from now on are shown as verified. Those you have cast stay as they were until you cast them again."));
    }

    static SitePage worthless() {
        return page("This link proves nothing here", """
                <p class="lead">It was used already, is older than an hour, or was asked for in another browser. Open it in the browser \
                you asked in, or ask for a new one.</p>""");
    }

    static SitePage refused(String title, String why) {
        return page(title, "<p class=\"lead\">%s</p>".formatted(escaped(why)));
    }

    private static SitePage page(String title, String main) {
        return new SitePage("my-votes", title, """
                <p class="kicker"><a href="/my-votes">My votes</a></p>
                <h1>%s</h1>
                %s
                <p class="after"><a href="/my-votes">Back to my votes</a></p>""".formatted(escaped(title), main));
    }
}
