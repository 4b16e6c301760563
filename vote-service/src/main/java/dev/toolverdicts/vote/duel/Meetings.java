package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Which two tools `{a}-vs-{b}` names. No slug has `vs` as one of its parts, so there is one reading.
final class Meetings {

    private static final String BETWEEN = "-vs-";

    private final KnownTools tools;

    Meetings(KnownTools tools) {
        this.tools = tools;
    }

    /// @return fails when there are no such two, as with a single tool
    Mono<Met> resolve(String pair) {
        List<String> slugs = slugs(pair);
        return slugs.size() != 2
                ? Mono.error(NoSuchPair::new)
                : Mono.zip(tools.resolve(slugs.getFirst()), tools.resolve(slugs.getLast()))
                        .flatMap(both -> Mono.justOrEmpty(met(both.getT1(), both.getT2())))
                        .switchIfEmpty(Mono.error(NoSuchPair::new));
    }

    /// The same without waiting for a tool that is on its way.
    Optional<Met> find(String pair) {
        List<String> slugs = slugs(pair);
        return slugs.size() != 2
                ? Optional.empty()
                : tools.find(slugs.getFirst())
                        .flatMap(a -> tools.find(slugs.getLast()).flatMap(b -> met(a, b)));
    }

    private static List<String> slugs(String pair) {
        return List.of(pair.split(BETWEEN, -1));
    }

    private static Optional<Met> met(KnownTool a, KnownTool b) {
        return a.toolId().equals(b.toolId()) ? Optional.empty() : Optional.of(new Met(a, b));
    }
}
