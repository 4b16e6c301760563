package dev.toolverdicts.vote.dataset;

import dev.toolverdicts.platform.keptfiles.KeptDay;
import dev.toolverdicts.platform.keptfiles.KeptFile;
import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.web.ContentTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// `GET /dataset/votes` lists the days that are kept, `GET /dataset/{day}/votes/{file}` hands out a
/// file piece by piece. A file never changes, so it may be kept for ever, and a day that tells of a tool
/// that was taken down since is not there until the tool is back.
final class DatasetController {

    private static final String SUMS = "SHA256SUMS";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    record Days(List<KeptDay> days) {}

    private final KeptFileQueries kept;
    private final KnownTools tools;
    private final JsonMapper json;
    private final Scheduler scheduler;

    DatasetController(KeptFileQueries kept, KnownTools tools, JsonMapper json, Scheduler scheduler) {
        this.kept = kept;
        this.tools = tools;
        this.json = json;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> days(ServerRequest request) {
        return Mono.fromCallable(() -> json.writeValueAsBytes(
                        new Days(kept.days().stream().filter(this::isShown).toList())))
                .subscribeOn(scheduler)
                .flatMap(body -> ContentTag.answer(request, body, MediaType.APPLICATION_JSON, CacheControl.noCache()));
    }

    Mono<ServerResponse> file(ServerRequest request) {
        String name = request.pathVariable("file");
        return Mono.justOrEmpty(day(request.pathVariable("day")))
                .flatMap(day -> Mono.fromCallable(() -> kept.day(day)).subscribeOn(scheduler))
                .flatMap(found -> Mono.justOrEmpty(found.filter(this::isShown)))
                .flatMap(day -> name.equals(SUMS) ? sums(request, day) : file(request, day, name))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private boolean isShown(KeptDay day) {
        return !tools.tookDownSince(day.writtenAt());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static CacheControl forGood() {
        return CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();
    }

    private Mono<ServerResponse> sums(ServerRequest request, KeptDay day) {
        return ContentTag.answer(request, day.sums().getBytes(StandardCharsets.UTF_8), TEXT, forGood());
    }

    private Mono<ServerResponse> file(ServerRequest request, KeptDay day, String name) {
        return Mono.justOrEmpty(day.files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst())
                .flatMap(file -> request.checkNotModified(file.etag())
                        .switchIfEmpty(Mono.defer(() -> answer(request, day.day(), file))));
    }

    private Mono<ServerResponse> answer(ServerRequest request, LocalDate day, KeptFile file) {
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .eTag(file.etag())
                .cacheControl(forGood())
                .contentType(MediaType.parseMediaType("application/gzip"))
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"tool-verdicts-%s-%s\"".formatted(day, file.name()));
        return request.method().equals(HttpMethod.HEAD)
                ? answer.build()
                : answer.body(BodyInserters.fromDataBuffers(pieces(day, file)));
    }

    /// The next piece is read when the one before is sent. One that is gone breaks the answer off: too
    /// short is seen.
    private Flux<DataBuffer> pieces(LocalDate day, KeptFile file) {
        return Flux.range(0, KeptFileQueries.chunks(file))
                .concatMap(
                        number -> Mono.fromCallable(() ->
                                        kept.chunk(day, file.name(), number).orElseThrow())
                                .subscribeOn(scheduler)
                                .map(DefaultDataBufferFactory.sharedInstance::wrap),
                        1);
    }
}
