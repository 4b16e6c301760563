package dev.toolverdicts.newsletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is not well-formed in a page: elements left open or closed twice, `id`s given twice, text that would be
/// read
/// as markup.
public final class Markup {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Set<String> VOID =
            Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");

    private Markup() {}

    public static List<String> faults(String html) {
        var faults = new ArrayList<String>();
        Deque<String> open = new ArrayDeque<>();
        Set<String> ids = new HashSet<>();
        Matcher tags = TAG.matcher(html.replaceFirst("(?i)^<!DOCTYPE html>", "").replaceAll("(?s)<!--.*?-->", ""));
        while (tags.find()) {
            String name = tags.group(2).toLowerCase(java.util.Locale.ROOT);
            if (!tags.group(1).isEmpty()) {
                if (open.isEmpty() || !open.pop().equals(name)) {
                    faults.add("</" + name + "> closes what is not open");
                }
            } else if (!VOID.contains(name) && !tags.group(3).endsWith("/")) {
                open.push(name);
            }
            ID.matcher(tags.group(3))
                    .results()
                    .map(id -> id.group(1))
                    .filter(id -> !ids.add(id))
                    .forEach(id -> faults.add("id " + id + " twice"));
        }
        open.forEach(name -> faults.add("<" + name + "> is left open"));
        if (tags.replaceAll("").matches("(?s).*<[a-zA-Z/!].*")) {
            faults.add("a < that starts no element");
        }
        return faults;
    }
}
