package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/// What a moderator has filled in: it comes back with what is wrong with it.
final class DecisionForm {

    static final String ALL = "all";
    static final String TICKED = "ticked";

    private static final Pattern MOMENT = Pattern.compile("[0-9]{1,17}");

    private final String which;
    private final String decision;
    private final String code;
    private final String note;
    private final String seen;
    private final List<String> voters;

    private DecisionForm(String which, String decision, String code, String note, String seen, List<String> voters) {
        this.which = which;
        this.decision = decision;
        this.code = code;
        this.note = note;
        this.seen = seen;
        this.voters = List.copyOf(voters);
    }

    /// Votes keep the reason unless somebody finds a better one.
    static DecisionForm blank(String reason) {
        return new DecisionForm("", "", reason, "", "", List.of());
    }

    static DecisionForm sent(MultiValueMap<String, String> form) {
        return new DecisionForm(
                text(form, "which"),
                text(form, "decision"),
                text(form, "code"),
                text(form, "note"),
                text(form, "seen"),
                form.getOrDefault("voter", List.of()));
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// The last decision that a page counted, as its form brings it back.
    static String seen(Instant latest) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, latest));
    }

    boolean isFor(String which) {
        return this.which.equals(which);
    }

    boolean ticks(UUID voter) {
        return voters.contains(voter.toString());
    }

    String code() {
        return code;
    }

    String note() {
        return note;
    }

    /// By field, in the page's order.
    ///
    /// @param from how the votes stand
    Map<String, String> faults(RulingKind from) {
        var faults = new LinkedHashMap<String, String>();
        if (!Set.of(ALL, TICKED).contains(which) || !MOMENT.matcher(seen).matches()) {
            faults.put("which", "Say which votes.");
        } else if (isFor(TICKED) && !areVoters()) {
            faults.put("which", "Tick at least one vote.");
        }
        if (!RulingBody.CODE.matcher(code).matches()) {
            faults.put("code", "It must be a code like shared_network.");
        }
        if (note.isEmpty()
                || note.length() > RulingBody.LONGEST_NOTE
                || note.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            faults.put("note", "Say why, in at most " + RulingBody.LONGEST_NOTE + " characters on one line.");
        }
        if (ruling(from).isEmpty()) {
            faults.put("decision", "Choose what becomes of them.");
        }
        return faults;
    }

    private boolean areVoters() {
        return !voters.isEmpty()
                && voters.size() <= RulingBody.MOST_VOTERS
                && voters.stream()
                        .allMatch(voter -> RulingBody.ID.matcher(voter).matches());
    }

    private Optional<RulingKind> ruling(RulingKind from) {
        return RulingKind.of(decision).filter(kind -> kind != from);
    }

    /// One without faults.
    DeskOrder order(UUID tool, String reason, RulingKind from) {
        return new DeskOrder(
                tool,
                reason,
                from,
                ruling(from).orElseThrow(),
                code,
                note,
                Instant.EPOCH.plus(Long.parseLong(seen), ChronoUnit.MICROS),
                isFor(ALL) ? List.of() : voters.stream().map(UUID::fromString).toList());
    }
}
