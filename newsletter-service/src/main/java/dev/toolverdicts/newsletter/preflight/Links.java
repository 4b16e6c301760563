package dev.toolverdicts.newsletter.preflight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The links of a mail.
///
/// @param all as they stand there
record Links(List<String> all) {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern WEEKLY = Pattern.compile("/weekly(/\\d{4}-W\\d{2})?");

    static Links of(String html) {
        return new Links(HREF.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList());
    }

    /// The tools whose pages are linked, alone or compared.
    Set<String> tools(String site) {
        var tools = new TreeSet<String>();
        own(site).forEach(path -> {
            if (path.startsWith("/tool/")) {
                tools.add(path.substring("/tool/".length()));
            } else if (path.startsWith("/compare/")) {
                tools.addAll(List.of(path.substring("/compare/".length()).split("-vs-", -1)));
            }
        });
        return tools;
    }

    /// Links that lead to no page this site has, and those that lead away from it.
    List<String> strange(String site, Set<String> known) {
        return all.stream()
                .filter(link -> !link.startsWith("{{"))
                .filter(link -> !link.startsWith(site + "/") || !leads(link.substring(site.length()), known))
                .distinct()
                .toList();
    }

    private static boolean leads(String path, Set<String> known) {
        if (path.startsWith("/tool/")) {
            return known.contains(path.substring("/tool/".length()));
        }
        if (path.startsWith("/compare/")) {
            return known.containsAll(
                    List.of(path.substring("/compare/".length()).split("-vs-", -1)));
        }
        return WEEKLY.matcher(path).matches();
    }

    private Stream<String> own(String site) {
        return all.stream().filter(link -> link.startsWith(site + "/")).map(link -> link.substring(site.length()));
    }
}
