package dev.toolverdicts.platform.test;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody who asks.
///
/// @param name a role where the identity provider has one for them
/// @param authorization null without a token
/// @param known whether the token is good
record PermissionActor(String name, @Nullable String authorization, boolean known) {

    static final String LET_IN = "let in";
    static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown, 401";
    static final String WITHOUT_TOKEN = "refused for want of the token or secret, 4xx";

    static final PermissionActor NOBODY = new PermissionActor("nobody", null, true);

    /// Cookies go along with whoever has no token: they open nothing.
    static List<PermissionActor> all() {
        return Stream.concat(
                        Stream.of(
                                NOBODY,
                                known("reader", TestTokens.scoped("openid profile")),
                                known("somebody without a scope", TestTokens.scoped(null)),
                                known("critic", TestTokens.critic(PermissionWalk.NAME)),
                                known("another critic", TestTokens.critic("another")),
                                unknown("expired", TestTokens.expired()),
                                unknown("forged", TestTokens.forged()),
                                unknown("unsigned", TestTokens.algNone()),
                                unknown("of another issuer", TestTokens.foreignIssuer()),
                                unknown("for another audience", TestTokens.foreignAudience()),
                                unknown("nonsense", "Bearer nonsense")),
                        TestTokens.roles().stream()
                                .filter(role -> !role.equals("critic"))
                                .map(role -> known(role, TestTokens.bearer(role))))
                .toList();
    }

    private static PermissionActor known(String name, String authorization) {
        return new PermissionActor(name, authorization, true);
    }

    private static PermissionActor unknown(String name, String authorization) {
        return new PermissionActor(name, authorization, false);
    }

    String wanted(Permissions.Row row) {
        if (!known) {
            return UNKNOWN;
        }
        if (row.who().contains("mailed")) {
            return WITHOUT_TOKEN;
        }
        boolean isCritic = name.endsWith("critic") && row.who().contains("critics");
        if (isCritic || row.who().contains("all") || row.who().contains(name)) {
            return LET_IN;
        }
        return row.who().contains("secret") ? WITHOUT_TOKEN : REFUSED;
    }
}
