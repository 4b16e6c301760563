package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// How much of the API somebody may read: a network without a key, or a key wherever it is used
/// from. Counted in each copy of the gateway for itself.
@Component
class ReadQuotas {

    private final List<PathPattern> paths;
    private final List<PathPattern> uncounted;
    private final Limit<Network> anonymous;
    private final Limit<Long> ofNoTier;
    private final Map<String, Limit<Long>> tiers;

    ReadQuotas(ReadSettings settings) {
        paths = patterns(settings.paths());
        uncounted = patterns(settings.uncounted());
        anonymous = settings.anonymous().limit(settings.remembered());
        ofNoTier = settings.anonymous().limit(settings.remembered());
        tiers = settings.tiers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, tier -> tier.getValue().limit(settings.remembered())));
    }

    private static List<PathPattern> patterns(List<String> paths) {
        return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    boolean count(HttpMethod method, PathContainer path) {
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && isOneOf(paths, path)
                && !isOneOf(uncounted, path);
    }

    private static boolean isOneOf(List<PathPattern> patterns, PathContainer path) {
        for (PathPattern pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    Allowance take(InetAddress client) {
        return anonymous.take(Network.of(client));
    }

    /// A tier that is in no setting any more is worth no more than none.
    Allowance take(KeyHolder holder) {
        return tiers.getOrDefault(holder.tier(), ofNoTier).take(holder.id());
    }
}
