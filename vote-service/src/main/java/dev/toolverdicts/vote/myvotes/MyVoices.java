package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voice.StoredVoice;
import dev.toolverdicts.vote.voice.Voices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// What a voter has said with their votes.
final class MyVoices {

    private final Voices voices;
    private final KnownTools tools;
    private final Scheduler scheduler;

    MyVoices(Voices voices, KnownTools tools, Scheduler scheduler) {
        this.voices = voices;
        this.tools = tools;
        this.scheduler = scheduler;
    }

    /// The latest first.
    Mono<List<MyVoice>> of(UUID voterId) {
        return Mono.fromCallable(() -> voices.of(voterId))
                .subscribeOn(scheduler)
                .map(stored -> stored.stream().map(this::named).toList());
    }

    private MyVoice named(StoredVoice voice) {
        return tools.find(voice.toolId())
                .map(tool -> named(voice, tool.slug(), tool.name()))
                .orElseGet(() -> named(voice, null, null));
    }

    private static MyVoice named(StoredVoice stored, @Nullable String slug, @Nullable String name) {
        return new MyVoice(
                stored.toolId(),
                slug,
                name,
                stored.voice().role(),
                stored.voice().reason(),
                stored.voice().reasonState(),
                stored.givenAt());
    }
}
