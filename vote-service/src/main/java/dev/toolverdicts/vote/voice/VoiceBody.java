package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.web.InvalidInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a client wants to say with a vote.
final class VoiceBody {

    private static final String ROLES =
            Arrays.stream(VoterRole.values()).map(VoterRole::toString).collect(Collectors.joining(", "));

    private VoiceBody() {}

    static Said read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("", "must be a JSON object");
        }
        Said said = of(text(body, "role"), text(body, "reason"));
        if (said.isNothing()) {
            throw new InvalidInput("", "must have a role or a reason; DELETE takes both back");
        }
        return said;
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidInput("/" + field, "must be a string or null");
        }
        return value.asString();
    }

    /// @param role null or empty for none, as the form's first choice is
    static Said of(@Nullable String role, @Nullable String reason) {
        return new Said(
                role == null || role.isEmpty()
                        ? null
                        : VoterRole.of(role).orElseThrow(() -> new InvalidInput("/role", "must be one of " + ROLES)),
                ReasonText.of(reason));
    }
}
