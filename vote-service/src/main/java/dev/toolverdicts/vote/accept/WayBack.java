package dev.toolverdicts.vote.accept;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a form's answer leads: a path of this site, never another one.
public record WayBack(String path) {

    private static final int LONGEST = 2_000;

    /// From a page of one tool.
    public static WayBack of(@Nullable String wanted, String slug) {
        return or(wanted, isPart(slug) ? "/tool/" + slug : "/");
    }

    /// The same from a page of two tools.
    ///
    /// @param pair as the form's address has it
    public static WayBack ofPair(@Nullable String wanted, String pair) {
        return or(wanted, isPart(pair) ? "/compare/" + pair : "/compare");
    }

    private static WayBack or(@Nullable String wanted, String otherwise) {
        return new WayBack(wanted != null && isPathHere(wanted) ? wanted : otherwise);
    }

    private static boolean isPart(String name) {
        return name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
    }

    /// Browsers read a leading `//` or `/\` as another host and drop control characters before they look.
    private static boolean isPathHere(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && "\\\"<>^`{|}".indexOf(c) < 0)
                && isAddress(path);
    }

    private static boolean isAddress(String path) {
        try {
            return URI.create(path).getRawAuthority() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
