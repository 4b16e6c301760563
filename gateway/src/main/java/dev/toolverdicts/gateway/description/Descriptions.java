package dev.toolverdicts.gateway.description;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.problem.SiteSettings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the services for their descriptions and keeps the merged one for a while.
@Component
class Descriptions {

    private final DescriptionSettings settings;
    private final SiteSettings site;
    private final PublicPaths paths;
    private final Groups groups;
    private final HttpClient client;
    private final JsonMapper json;
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
                .flatMapSequential(this::ask)
                .collectList()
                .map(this::merge)
                .cache(
                        description -> description.complete() ? settings.ttl() : settings.retry(),
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    Mono<Description> current() {
        return current;
    }

    /// An empty answer when no copy of the service has a description to give.
    private Mono<Map.Entry<String, JsonNode>> ask(String service) {
        return ask(groups.of(service), List.of())
                .timeout(settings.timeout())
                .map(document -> Map.entry(service, document))
                .onErrorComplete();
    }

    private Mono<JsonNode> ask(Copies copies, List<Copy> tried) {
        Copy copy = copies.next(true, tried);
        return client.get()
                .uri(copy.at(settings.path(), null))
                .responseSingle((answer, body) -> answer.status().code() == 200 ? body.asByteArray() : Mono.empty())
                .map(json::readTree)
                .onErrorResume(failure -> {
                    List<Copy> more =
                            Stream.concat(tried.stream(), Stream.of(copy)).toList();
                    return more.size() < copies.attempts() ? ask(copies, more) : Mono.error(failure);
                });
    }

    private Description merge(List<Map.Entry<String, JsonNode>> documents) {
        var merge = new DescriptionMerge(paths::contain);
        var missing = new ArrayList<>(settings.services());
        documents.forEach(document -> {
            merge.add(document.getKey(), document.getValue());
            missing.remove(document.getKey());
        });
        byte[] bytes = json.writeValueAsBytes(
                merge.result(site.name(), settings.version(), site.publicUrl().toString(), missing));
        return new Description(bytes, "\"" + hash(bytes) + "\"", missing.isEmpty());
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
