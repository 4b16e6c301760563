package dev.toolverdicts.catalog.site;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// What editors and critics wrote, in XML.
final class Xml {

    /// What no XML document can hold, not even escaped.
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Xml() {}

    /// As text or as an attribute in double quotes. With a Unicode encoding no entities are made but the
    /// five of XML.
    static String text(String words) {
        return HtmlUtils.htmlEscape(IMPOSSIBLE.matcher(words).replaceAll(""), "UTF-8");
    }
}
