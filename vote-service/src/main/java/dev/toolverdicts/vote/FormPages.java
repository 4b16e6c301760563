package dev.toolverdicts.vote;

import dev.toolverdicts.vote.accept.WayBack;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which page a form stands on, for whoever opens the address that the form is sent to: by a reload, or
/// from a note.
final class FormPages {

    private static final String NAME = "name";
    private static final PathPattern VOTE = form("/tool/{name}/vote");
    private static final PathPattern REASON = form("/tool/{name}/vote/reason");
    private static final PathPattern DUEL = form("/duel/{name}");

    private FormPages() {}

    /// Empty where no form is sent to.
    static Optional<String> of(PathContainer path) {
        return name(VOTE, path)
                .or(() -> name(REASON, path))
                .map(slug -> WayBack.of(null, slug))
                .or(() -> name(DUEL, path).map(pair -> WayBack.ofPair(null, pair)))
                .map(WayBack::path);
    }

    private static PathPattern form(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    private static Optional<String> name(PathPattern form, PathContainer path) {
        return Optional.ofNullable(form.matchAndExtract(path))
                .map(match -> match.getUriVariables().get(NAME));
    }
}
