package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.session.Desk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// The page of the desk where keys are made and taken back.
final class KeyPages {

    private final Desk desk;
    private final Set<String> tiers;

    KeyPages(Desk desk, Set<String> tiers) {
        this.desk = desk;
        this.tiers = new TreeSet<>(tiers);
    }

    String list(List<KeyRow> keys, String token) {
        return page("""
                  <p class="lead">Everybody may read the API. A program that reads much gets a key, with a larger quota; it says
                    nothing about what the program may do. Which keys count is known everywhere within seconds.</p>
                %s%s""".formatted(form(token), table(keys, token)));
    }

    /// The only time it is shown.
    String made(KeyText key, String name) {
        return page("""
                  <p class="lead" role="status">The key for %s. Copy it now: it is shown once and kept nowhere.</p>
                  <p><code>%s</code></p>
                  <p>It is sent as a header, never in an address: <code>Authorization: ApiKey …</code> or <code>X-Api-Key: …</code></p>
                  <p class="after"><a href="%s">All keys</a></p>
                """.formatted(text(name), text(key.text()), KeyRoutes.KEYS));
    }

    private String form(String token) {
        String options = tiers.stream()
                .map(tier -> "<option value=\"%1$s\">%1$s</option>".formatted(text(tier)))
                .collect(Collectors.joining());
        return """
                  <form class="newsletter" method="post" action="%s">
                    <input type="hidden" name="formToken" value="%s">
                    <label for="name">Whose key, in words</label>
                    <input class="share" id="name" name="name" maxlength="%d" required>
                    <label for="tier">How much it may read</label>
                    <select class="share" id="tier" name="tier">%s</select>
                    <button type="submit">Make a key</button>
                  </form>
                """.formatted(KeyRoutes.KEYS, text(token), KeyDesk.LONGEST_NAME, options);
    }

    private static String table(List<KeyRow> keys, String token) {
        if (keys.isEmpty()) {
            return "  <p class=\"after\">No key has been made yet.</p>\n";
        }
        return """
                  <section class="section" aria-labelledby="keys">
                  <h2 id="keys">Keys</h2>
                  <ul class="lines">
                %s
                  </ul>
                  </section>
                """.formatted(keys.stream().map(key -> line(key, token)).collect(Collectors.joining("\n")));
    }

    private static String line(KeyRow key, String token) {
        String told = "<code>%s…</code> · %s · made %s by %s"
                .formatted(text(key.hint()), text(key.tier()), time(key.createdAt()), text(key.createdBy()));
        return "    <li><span class=\"row-name\">%s</span><span class=\"row-line\">%s</span>%s</li>"
                .formatted(text(key.name()), told, ending(key, token));
    }

    private static String ending(KeyRow key, String token) {
        Instant revokedAt = key.revokedAt();
        if (revokedAt != null) {
            return "<span class=\"row-line\">Taken back %s by %s</span>"
                    .formatted(time(revokedAt), text(String.valueOf(key.revokedBy())));
        }
        return """
                <form class="newsletter" method="post" action="%s/%d/revoke"><input type="hidden" name="formToken" value="%s">\
                <button type="submit" aria-label="Take back the key of %s">Take it back</button></form>""".formatted(
                        KeyRoutes.KEYS, key.id(), text(token), text(key.name()));
    }

    private static String time(Instant at) {
        String seconds = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return "<time datetime=\"%1$s\">%1$s</time>".formatted(seconds);
    }

    private String page(String body) {
        return desk.page("API keys", """
                  <p class="kicker"><a href="%s">Desk</a></p>
                  <h1>API keys</h1>
                %s""".formatted(Desk.HOME, body));
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words);
    }
}
