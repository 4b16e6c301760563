package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An editor's whole arrangement of a draft: every entry once, in the order it is to be read.
public final class Edit {

    private final String subject;
    private final String intro;
    private final List<Placed> placed;

    /// @param note null for none
    public record Placed(int id, boolean dropped, @Nullable String note) {}

    public Edit(String subject, String intro, List<Placed> placed) {
        this.subject = subject;
        this.intro = intro;
        this.placed = List.copyOf(placed);
    }

    String subject() {
        return subject;
    }

    String intro() {
        return intro;
    }

    /// @throws InvalidInput when an entry is missing, unknown or named twice, or when none is left
    List<IssueEntry> arrange(List<IssueEntry> present) {
        Map<Integer, IssueEntry> left = new LinkedHashMap<>();
        present.forEach(entry -> left.put(entry.id(), entry));
        var arranged = new ArrayList<IssueEntry>();
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < placed.size(); i++) {
            Placed place = placed.get(i);
            IssueEntry entry = left.remove(place.id());
            if (entry == null) {
                faults.add(new Fault("/entries/" + i + "/id", "must be an entry of this issue, and named once"));
            } else {
                arranged.add(entry.edited(place.dropped(), place.note()));
            }
        }
        if (!left.isEmpty()) {
            faults.add(new Fault("/entries", "must hold every entry; missing are " + left.keySet()));
        } else if (arranged.stream().allMatch(IssueEntry::dropped)) {
            faults.add(new Fault("/entries", "must leave something to tell"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return List.copyOf(arranged);
    }
}
