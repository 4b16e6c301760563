package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The addresses of a search and of those that differ from it in one choice. What is meant anyway
/// is not written.
final class SearchAddress {

    private final Map<String, String> asked = new LinkedHashMap<>();

    SearchAddress(CardFilter filter) {
        put("q", filter.q());
        put("category", filter.category());
        put("licenseClass", filter.licenseClass());
        put("entry", filter.entry());
        put("verdict", filter.verdict());
        put("minVotes", filter.minVotes() == 0 ? null : Long.toString(filter.minVotes()));
        put("sort", word(filter.sort(), filter.q() != null));
    }

    /// The word for an order, null for the one that goes without saying.
    static @Nullable String word(Sort sort, boolean hasWords) {
        return sort == (hasWords ? Sort.MATCH : Sort.NEWEST)
                ? null
                : sort.name().toLowerCase(Locale.ROOT);
    }

    /// What a form that asks for other words must send along.
    Map<String, String> kept() {
        var kept = new LinkedHashMap<>(asked);
        kept.remove("q");
        kept.remove("sort");
        return kept;
    }

    /// @param value null for no choice
    String with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(asked);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        changed.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(changed).toUriString();
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }
}
