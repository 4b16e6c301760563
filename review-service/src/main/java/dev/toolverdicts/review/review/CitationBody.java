package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the sources of a review and holds them against its text: what the text names must be
/// there, and what is there must be named.
final class CitationBody {

    private static final int MOST = 20;
    private static final int HIGHEST_ID = 99;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern MARK = Pattern.compile("\\[\\^([1-9][0-9]?)]");

    private final List<Fault> faults;
    private final Map<Integer, Citation> citations = new TreeMap<>();
    private final Map<Integer, String> places = new TreeMap<>();

    /// @param faults where what cannot be accepted is added
    CitationBody(List<Fault> faults) {
        this.faults = faults;
    }

    /// @param text what names the sources; null when it cannot be read itself
    List<Citation> parse(@Nullable JsonNode list, @Nullable String text) {
        int before = faults.size();
        if (list != null && !list.isNull()) {
            read(list);
        }
        if (text != null && faults.size() == before) {
            compare(text);
        }
        return List.copyOf(citations.values());
    }

    private void read(JsonNode list) {
        if (!list.isArray() || list.size() > MOST) {
            fault("/citations", "must be a list of at most %d sources".formatted(MOST));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            read(list.get(i), "/citations/" + i);
        }
    }

    private void read(JsonNode citation, String place) {
        Integer id = id(citation.get("id"), place + "/id");
        String url = url(citation.get("url"), place + "/url");
        String title = Line.read(citation.get("title"), LONGEST_TITLE, complaint -> fault(place + "/title", complaint));
        if (id != null && url != null) {
            citations.put(id, new Citation(id, url, title));
        }
    }

    private @Nullable Integer id(@Nullable JsonNode node, String place) {
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt()) {
            fault(place, "must be a whole number from 1 to " + HIGHEST_ID);
            return null;
        }
        int id = node.intValue();
        if (id < 1 || id > HIGHEST_ID) {
            fault(place, "must be a whole number from 1 to " + HIGHEST_ID);
            return null;
        }
        if (places.putIfAbsent(id, place) != null) {
            fault(place, "must not be that of another source");
            return null;
        }
        return id;
    }

    private @Nullable String url(@Nullable JsonNode node, String place) {
        if (node != null && node.isString() && isWebAddress(node.stringValue())) {
            return node.stringValue();
        }
        fault(
                place,
                "must be an address that begins with https:// or http://, of at most %d characters"
                        .formatted(LONGEST_URL));
        return null;
    }

    private static boolean isWebAddress(String text) {
        if (text.length() > LONGEST_URL || !(text.startsWith("https://") || text.startsWith("http://"))) {
            return false;
        }
        try {
            URI address = URI.create(text);
            return address.getHost() != null && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void compare(String text) {
        Map<Integer, String> unnamed = new TreeMap<>(places);
        Matcher marks = MARK.matcher(text);
        while (marks.find()) {
            int id = Integer.parseInt(marks.group(1));
            unnamed.remove(id);
            if (!citations.containsKey(id)) {
                fault("/body", "names the source [^%d], which is not among the citations".formatted(id));
            }
        }
        unnamed.values().forEach(place -> fault(place, "must be named in the body, as [^1] names the source 1"));
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
