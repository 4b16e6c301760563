package dev.toolverdicts.gateway.edge;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.RemoveHopByHopHeadersFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;

/// What [EdgeFilter] and the header filters do, for writes that take the short way.
@Component
public class Door {

    private static final Set<String> HOP_BY_HOP = RemoveHopByHopHeadersFilter.HEADERS_REMOVED_ON_REQUEST;

    private final ClientAddress clients;
    private final BodySettings bodies;
    private final Limits limits;
    private final IdentityHeaders identity;
    private final AnswerHeaders answers;

    Door(ClientAddress clients, BodySettings bodies, Limits limits, IdentityHeaders identity, AnswerHeaders answers) {
        this.clients = clients;
        this.bodies = bodies;
        this.limits = limits;
        this.identity = identity;
        this.answers = answers;
    }

    /// Whether the long way has to look: it knows what to refuse.
    public static boolean isFromElsewhere(HttpHeaders headers) {
        return EdgeFilter.isCrossSite(headers.get(EdgeFilter.FETCH_SITE));
    }

    /// Bytes that any write may have.
    public long longestBody() {
        return bodies.limit().toBytes();
    }

    public Admission admit(
            HttpRequest request,
            PathContainer path,
            Function<String, @Nullable String> cookie,
            @Nullable InetSocketAddress remote) {
        InetAddress client = clients.of(remote, () -> request.headers().getAll(ClientAddress.FORWARDED_FOR));
        HttpMethod method = HttpMethod.valueOf(request.method().name());
        return new Admission(
                client, limits.take(client, true, quotas -> quotas.take(method, path, cookie, client)), null);
    }

    /// The headers that a service gets.
    public HttpHeaders onward(HttpHeaders sent, Admission admission) {
        HttpHeaders kept =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        for (Map.Entry<String, String> header : sent) {
            String name = header.getKey();
            if (HttpHeaderNames.COOKIE.contentEqualsIgnoreCase(name)) {
                String others = identity.othersCookies(header.getValue());
                if (!others.isEmpty()) {
                    kept.add(name, others);
                }
            } else if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))
                    && !identity.isIdentity(name)
                    && !isKey(name, header.getValue())) {
                kept.add(name, header.getValue());
            }
        }
        return kept.set(IdentityHeaders.CLIENT_IP, IdentityHeaders.text(admission.client()));
    }

    /// Keys are for the gateway, and count only where the API is read.
    private static boolean isKey(String name, String value) {
        return HttpHeaderNames.AUTHORIZATION.contentEqualsIgnoreCase(name) && SentKey.isKey(value);
    }

    /// Makes a service's headers those of an answer.
    public void complete(HttpHeaders answer, Admission admission) {
        HOP_BY_HOP.forEach(answer::remove);
        answers.addTo(
                new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(answer)), admission.allowance());
    }
}
