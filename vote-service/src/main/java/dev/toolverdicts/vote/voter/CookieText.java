package dev.toolverdicts.vote.voter;

import java.time.Duration;

/// A `Set-Cookie` line by hand: its values are letters that need no checking, and it is written with every
/// vote.
record CookieText(String name, Duration lifetime, boolean secure) {

    String with(String value) {
        return line(value, lifetime.toSeconds());
    }

    String cleared() {
        return line("", 0);
    }

    private String line(String value, long seconds) {
        return name + '=' + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
