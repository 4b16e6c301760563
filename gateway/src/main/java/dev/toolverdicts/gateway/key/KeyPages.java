package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.session.Desk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// The page of the desk where keys are made and taken back.
final class KeyPages {

    private static final String TITLE = "API keys";

    private final Desk desk;
    private final String options;

    KeyPages(Desk desk, Set<String> tiers) {
        this.desk = desk;
        this.options = new TreeSet<>(tiers)
                .stream()
                        .map(HtmlUtils::htmlEscape)
                        .map(tier -> "<option value=\"%1$s\">%1$s</option>".formatted(tier))
                        .collect(Collectors.joining());
    }

    /// @param token stands in every form
    String list(List<KeyRow> keys, String token) {
        String lines = keys.isEmpty()
                ? Desk.part("no-key", Map.of())
                : keys.stream().map(key -> line(key, token)).collect(Collectors.joining());
        String body = Desk.part(
                "keys",
                Map.of(
                        "desk",
                        Desk.HOME,
                        "keys",
                        KeyRoutes.KEYS,
                        "formtoken",
                        token,
                        "longest",
                        Integer.toString(KeyDesk.LONGEST_NAME)));
        return desk.page(TITLE, body.replace("<!-- tiers -->", options).replace("<!-- lines -->", lines));
    }

    /// The only time the key is shown.
    String made(KeyText key, String name) {
        return desk.page(
                TITLE,
                Desk.part(
                        "key-made",
                        Map.of("desk", Desk.HOME, "keys", KeyRoutes.KEYS, "name", name, "key", key.text())));
    }

    private static String line(KeyRow key, String token) {
        Instant revokedAt = key.revokedAt();
        return revokedAt == null
                ? Desk.part(
                        "key",
                        Map.of(
                                "name", key.name(),
                                "hint", key.hint(),
                                "tier", key.tier(),
                                "made", time(key.createdAt()),
                                "by", key.createdBy(),
                                "keys", KeyRoutes.KEYS,
                                "id", Long.toString(key.id()),
                                "formtoken", token))
                : Desk.part(
                        "key-revoked",
                        Map.of(
                                "name", key.name(),
                                "hint", key.hint(),
                                "tier", key.tier(),
                                "made", time(key.createdAt()),
                                "by", key.createdBy(),
                                "revoked", time(revokedAt),
                                "revoker", String.valueOf(key.revokedBy())));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
