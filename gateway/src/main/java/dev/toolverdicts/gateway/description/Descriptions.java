package dev.toolverdicts.gateway.description;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.gateway.problem.SiteSettings;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the services for their descriptions and keeps the merged one for a while. A service that is
/// away now has told its part before; one that never has is waited for, and then there is no
/// description: nobody could tell half of it from the whole.
@Component
class Descriptions {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /// @param fresh whether the service told it just now
    private record Part(String service, JsonNode document, boolean fresh) {}

    private final DescriptionSettings settings;
    private final SiteSettings site;
    private final PublicPaths paths;
    private final Groups groups;
    private final HttpClient client;
    private final JsonMapper json;
    private final Map<String, JsonNode> told = new ConcurrentHashMap<>();
    private final Mono<Description> current;

    Descriptions(
            DescriptionSettings settings,
            SiteSettings site,
            PublicPaths paths,
            Groups groups,
            HttpClient client,
            JsonMapper json) {
        this.settings = settings;
        this.site = site;
        this.paths = paths;
        this.groups = groups;
        this.client = client;
        this.json = json;
        this.current = Flux.fromIterable(settings.services())
                .flatMapSequential(this::part)
                .collectList()
                .map(this::merge)
                .cache(
                        description -> description.fresh() ? settings.ttl() : settings.retry(),
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    /// The whole, or a refusal that says when to come back.
    Mono<Description> current() {
        return current;
    }

    private Mono<Part> part(String service) {
        return Mono.defer(() -> ask(groups.of(service), List.of()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).filter(_ -> !told.containsKey(service)))
                .timeout(settings.timeout())
                .map(document -> {
                    told.put(service, document);
                    return new Part(service, document, true);
                })
                .onErrorResume(_ -> before(service));
    }

    private Mono<Part> before(String service) {
        JsonNode document = told.get(service);
        return document == null ? Mono.error(unknown()) : Mono.just(new Part(service, document, false));
    }

    private Refusal unknown() {
        long seconds = Math.max(1, settings.retry().toSeconds());
        return new Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "A part of the description cannot be had just now; try again.")
                .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }

    private Mono<JsonNode> ask(Copies copies, List<Copy> tried) {
        Copy copy = copies.next(true, tried);
        return client.get()
                .uri(copy.at(settings.path(), null))
                .responseSingle((answer, body) -> answer.status().code() == 200 ? body.asByteArray() : Mono.empty())
                .map(json::readTree)
                .switchIfEmpty(Mono.error(() -> new IOException("no description")))
                .onErrorResume(failure -> {
                    List<Copy> more =
                            Stream.concat(tried.stream(), Stream.of(copy)).toList();
                    return more.size() < copies.attempts() ? ask(copies, more) : Mono.error(failure);
                });
    }

    private Description merge(List<Part> parts) {
        var merge = new DescriptionMerge(paths::contain);
        parts.forEach(part -> merge.add(part.service(), part.document()));
        byte[] bytes = json.writeValueAsBytes(
                merge.result(site.name(), settings.version(), site.publicUrl().toString()));
        return new Description(bytes, "\"" + hash(bytes) + "\"", parts.stream().allMatch(Part::fresh));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
