package dev.toolverdicts.newsletter.click;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The links of an issue's HTML part that lead to pages of this site, each once, in the order of the mail. A link
/// is named by its place among them, which holds because what has been approved does not change.
record IssueLinks(List<String> urls) {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    IssueLinks {
        urls = List.copyOf(urls);
    }

    static IssueLinks of(String html, String site) {
        return new IssueLinks(HREF.matcher(html)
                .results()
                .map(IssueLinks::url)
                .filter(url -> url.startsWith(site + "/"))
                .distinct()
                .toList());
    }

    /// The part with each of these links led elsewhere.
    String rewritten(String html, IntFunction<String> address) {
        return HREF.matcher(html).replaceAll(link -> {
            int number = urls.indexOf(url(link));
            String href = number < 0 ? link.group() : "href=\"" + address.apply(number) + "\"";
            return java.util.regex.Matcher.quoteReplacement(href);
        });
    }

    private static String url(MatchResult link) {
        return link.group(1).replace("&amp;", "&");
    }
}
