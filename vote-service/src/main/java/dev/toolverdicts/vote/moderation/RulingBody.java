package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an order; every fault is told where it is.
final class RulingBody {

    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,39}");
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final int MOST_VOTERS = 1_000;
    static final int LONGEST_NOTE = 500;

    private RulingBody() {}

    static RulingOrder read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("", "must be a JSON object");
        }
        RulingKind ruling = RulingKind.of(text(body, "ruling"))
                .orElseThrow(() -> new InvalidInput("/ruling", "must be restored, discarded or held"));
        String reason = reason(body);
        List<UUID> voters = voters(body);
        if (reason == null && voters.isEmpty()) {
            throw new InvalidInput("/reason", "or voterIds must say which votes");
        }
        if (ruling == RulingKind.HELD && voters.isEmpty()) {
            throw new InvalidInput("/voterIds", "must name the voters whose votes are to be held");
        }
        return new RulingOrder(text(body, "tool"), ruling, reason, voters, note(body));
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || !value.isString() || value.asString().isBlank()) {
            throw new InvalidInput("/" + field, "must be a string with something in it");
        }
        return value.asString().strip();
    }

    private static boolean isMissing(JsonNode body, String field) {
        return body.get(field) == null || body.get(field).isNull();
    }

    private static @Nullable String reason(JsonNode body) {
        if (isMissing(body, "reason")) {
            return null;
        }
        String reason = text(body, "reason");
        if (!CODE.matcher(reason).matches()) {
            throw new InvalidInput("/reason", "must be a code like shared_network");
        }
        return reason;
    }

    private static List<UUID> voters(JsonNode body) {
        if (isMissing(body, "voterIds")) {
            return List.of();
        }
        JsonNode given = body.get("voterIds");
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_VOTERS) {
            throw new InvalidInput("/voterIds", "must be a list of 1 to " + MOST_VOTERS + " voters");
        }
        var voters = new ArrayList<UUID>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode voter = given.get(i);
            if (!voter.isString() || !ID.matcher(voter.asString()).matches()) {
                throw new InvalidInput("/voterIds/" + i, "is no voter's id");
            }
            voters.add(UUID.fromString(voter.asString()));
        }
        return voters;
    }

    private static String note(JsonNode body) {
        String note = text(body, "note");
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new InvalidInput("/note", "must be at most " + LONGEST_NOTE + " characters on one line");
        }
        return note;
    }
}
