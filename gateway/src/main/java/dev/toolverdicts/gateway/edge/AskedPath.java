package dev.toolverdicts.gateway.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/// The path as the client wrote it, still encoded.
record AskedPath(String raw) {

    /// The address without its trailing slashes. Never for `//host/`: a browser would take the answer for another site.
    Optional<URI> withoutTrailingSlash(URI asked) {
        if (!raw.endsWith("/") || raw.length() == 1 || raw.startsWith("//") || raw.startsWith("/\\")) {
            return Optional.empty();
        }
        int end = raw.length();
        while (end > 1 && raw.charAt(end - 1) == '/') {
            end--;
        }
        String query = asked.getRawQuery();
        return Optional.of(URI.create(raw.substring(0, end) + (query == null ? "" : "?" + query)));
    }

    /// A segment that means "one up" to a backend, plain or encoded, could lead past the route that was chosen for the
    /// path.
    boolean climbs() {
        if (!raw.contains(".") && !raw.contains("%")) {
            return false;
        }
        for (String segment : UriUtils.decode(raw, StandardCharsets.UTF_8).split("[/\\\\]", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (".".equals(name) || "..".equals(name)) {
                return true;
            }
        }
        return false;
    }
}
