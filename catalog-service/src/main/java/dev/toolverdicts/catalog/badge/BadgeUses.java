package dev.toolverdicts.catalog.badge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What became of badges since the last note was taken. Callers name tools that are there, so there
/// are no more entries than tools.
@Component
public class BadgeUses {

    private final Map<String, BadgeUse> uses = new ConcurrentHashMap<>();

    /// @param slug of a tool that is there
    public void shown(String slug) {
        uses.merge(slug, BadgeUse.SHOWN, BadgeUse::plus);
    }

    /// @param slug of a tool that is there
    public void followed(String slug) {
        uses.merge(slug, BadgeUse.FOLLOWED, BadgeUse::plus);
    }

    /// What there has been, by slug; from here on it is forgotten.
    Map<String, BadgeUse> take() {
        var taken = new HashMap<String, BadgeUse>();
        for (String slug : List.copyOf(uses.keySet())) {
            BadgeUse use = uses.remove(slug);
            if (use != null) {
                taken.put(slug, use);
            }
        }
        return taken;
    }
}
