package dev.toolverdicts.catalog.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a visitor can say with a vote: from which point of view it is, and one line why. Always after
/// voting, which stays one click.
///
/// @param summary what stands for the form while it is closed
/// @param state how the reason stands
record VoiceForm(List<Option> options, String reason, String summary, String state) {

    /// @param value the key of the critic who has this role
    record Option(String value, String words, boolean chosen) {}

    static VoiceForm of(OwnVotes.Said said) {
        String reason = said.reason();
        boolean nothing = said.role() == null && reason == null;
        return new VoiceForm(
                RoleRows.KEYS.stream()
                        .map(key -> new Option(key, Words.capital(key), key.equals(said.role())))
                        .toList(),
                reason == null ? "" : reason,
                nothing ? "Say who you are and why" : "What you said with your vote",
                state(said.reasonState()));
    }

    private static String state(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "waiting" -> "A moderator reads your reason before others do.";
            case "shown" -> "Others read your reason while your vote counts and stays what it was then.";
            case "rejected" -> "Your reason is not shown to others.";
            default -> "Both are optional. A moderator reads a reason before others do.";
        };
    }
}
