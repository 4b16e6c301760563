package dev.toolverdicts.catalog.site;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// Looks at a page as a reader does.
final class Html {

    private Html() {}

    /// What is read, without tags, scripts and extra space.
    static String text(String html) {
        String bare = html.replaceAll("(?s)<script.*?</script>", " ").replaceAll("<[^>]*>", " ");
        return HtmlUtils.htmlUnescape(bare).replaceAll("\\s+", " ").strip();
    }

    static int count(String html, String part) {
        return html.split(Pattern.quote(part), -1).length - 1;
    }
}
