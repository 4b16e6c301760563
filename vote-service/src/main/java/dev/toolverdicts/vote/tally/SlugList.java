package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.web.InvalidInput;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;

/// The tools a reader asks for: `?tools=a,b,c`.
final class SlugList {

    private SlugList() {}

    static List<String> of(ServerRequest request, int most) {
        List<String> slugs = Arrays.stream(
                        request.queryParam("tools").orElse("").split(","))
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
        if (slugs.isEmpty()) {
            throw new InvalidInput("/tools", "must name at least one tool");
        }
        if (slugs.size() > most) {
            throw new InvalidInput("/tools", "must name at most " + most + " tools");
        }
        return slugs;
    }
}
