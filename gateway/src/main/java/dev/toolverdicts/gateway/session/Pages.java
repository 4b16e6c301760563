package dev.toolverdicts.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// The gateway's own few pages, from templates under `pages/`. Whatever fills a blank is text.
final class Pages {

    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final SiteSettings site;
    private final DeskSettings desk;
    private final String frame = template("frame");
    private final String stranger = template("stranger");
    private final String signedIn = template("signed-in");
    private final String link = template("link");
    private final String signedOut = template("signed-out");
    private final String ended = template("ended");
    private final String refused = template("refused");

    Pages(SiteSettings site, DeskSettings desk) {
        this.site = site;
        this.desk = desk;
    }

    String stranger() {
        return page("Desk", filled(stranger, Map.of("signin", SessionRoutes.SIGN_IN)));
    }

    String signedIn(SignedIn who) {
        String links = desk.pages().stream()
                .filter(page -> who.session().scopes().contains(page.scope()))
                .map(page ->
                        filled(link, Map.of("address", page.address(), "title", page.title(), "about", page.about())))
                .collect(Collectors.joining());
        String body = filled(
                signedIn,
                Map.of(
                        "name",
                        who.session().name(),
                        "signout",
                        SessionRoutes.SIGN_OUT,
                        "formtoken",
                        who.id().formKey()));
        return page("Desk", body.replace("<!-- links -->", links.isEmpty() ? template("no-link") : links));
    }

    /// @param next where the provider's own session ends
    String signedOut(URI next) {
        return page("Signed out", filled(signedOut, Map.of("next", next.toString())));
    }

    /// For whoever has sent something that only somebody who is signed in may send.
    ///
    /// @param signIn the way in
    String ended(String signIn) {
        return page("Your sign-in has ended", filled(ended, Map.of("signin", signIn)));
    }

    String refused(String title, String detail) {
        return page(title, filled(refused, Map.of("title", title, "detail", detail, "desk", SignIn.HOME)));
    }

    String page(String title, String body) {
        return filled(frame, Map.of("title", title, "site", site.name(), "styles", site.styles()))
                .replace("<!-- body -->", body);
    }

    static String filled(String template, Map<String, String> blanks) {
        return BLANK.matcher(template)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        HtmlUtils.htmlEscape(Objects.requireNonNull(blanks.get(blank.group(1)), blank.group(1)))));
    }

    /// Read once: there are a dozen, and their names stand in the code.
    static String template(String name) {
        return TEMPLATES.computeIfAbsent(name, Pages::read);
    }

    private static String read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name + ".html")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
