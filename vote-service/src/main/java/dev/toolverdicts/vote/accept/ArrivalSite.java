package dev.toolverdicts.vote.accept;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The site that a host is part of: what its owner has registered. Too coarse to tell a page or, mostly, a person, and
/// enough to tell a crowd that came from one place.
///
/// Which names registries sell is a list of thousands that changes every week. Here a name has two parts, three where
/// the second is one of a country's own usual kinds. Sites below a host for many (`a.blogs.example`) are one
/// site then.
final class ArrivalSite {

    private static final int LONGEST = 253;
    private static final int COUNTRY = 2;
    private static final Set<String> KINDS =
            Set.of("ac", "co", "com", "edu", "gob", "gov", "ne", "net", "nom", "or", "org");

    private ArrivalSite() {}

    /// Null for what is no site: a bare name, an address, anything that no host is called.
    static @Nullable String of(String host) {
        int top = host.lastIndexOf('.') + 1;
        if (top == 0 || top == host.length() || host.length() > LONGEST || !isHost(host) || isDigit(host.charAt(top))) {
            return null;
        }
        int second = start(host, top);
        boolean ofKind = host.length() - top == COUNTRY && KINDS.contains(host.substring(second, top - 1));
        return host.substring(ofKind && second > 0 ? start(host, second) : second);
    }

    /// Where the part begins that ends before the part at this place.
    private static int start(String host, int next) {
        return host.lastIndexOf('.', next - 2) + 1;
    }

    private static boolean isHost(String host) {
        char before = '.';
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' ? before == '.' : c != '-' && !isDigit(c) && (c < 'a' || c > 'z')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
