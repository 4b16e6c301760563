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

/// What [EdgeFilter] and the header filters do, for requests that take the short way.
@Component
public class Door {

    private static final Set<String> HOP_BY_HOP = RemoveHopByHopHeadersFilter.HEADERS_REMOVED_ON_REQUEST;

    private final ClientAddress clients;
    private final BodySettings bodies;
    private final Limits limits;
    private final IdentityHeaders identity;
    private final AnswerHeaders answers;
    private final CanonicalHost canonical;
    private final Arrival arrival;
    private final ReadQuotas reads;
    private final SharedReads shared;

    Door(
            ClientAddress clients,
            BodySettings bodies,
            Limits limits,
            IdentityHeaders identity,
            AnswerHeaders answers,
            CanonicalHost canonical,
            Arrival arrival,
            ReadQuotas reads,
            SharedReads shared) {
        this.clients = clients;
        this.bodies = bodies;
        this.limits = limits;
        this.identity = identity;
        this.answers = answers;
        this.canonical = canonical;
        this.arrival = arrival;
        this.reads = reads;
        this.shared = shared;
    }

    /// Whether the long way has to look: it knows what to refuse.
    public static boolean isFromElsewhere(HttpHeaders headers) {
        return EdgeFilter.isCrossSite(headers.get(EdgeFilter.FETCH_SITE));
    }

    /// Whether only the long way knows what else there is to a read: it is counted by the minute, or
    /// pages of other sites see it.
    public boolean isMoreThanAPage(PathContainer path) {
        return reads.count(HttpMethod.GET, path) || shared.have(HttpMethod.GET, path);
    }

    /// Whether the long way would do no more with a read than send it on: it came to where the site is,
    /// and nobody may be signed in.
    public boolean isOfStranger(HttpHeaders headers) {
        if (canonical.mayBeElsewhere(headers.get(HttpHeaderNames.HOST), headers.get(CanonicalHost.FORWARDED_PROTO))) {
            return false;
        }
        for (String line : headers.getAll(HttpHeaderNames.COOKIE)) {
            if (!identity.othersCookies(line).equals(line)) {
                return false;
            }
        }
        return true;
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
        boolean write = !HttpMethod.GET.equals(method);
        return new Admission(
                client, limits.take(client, write, quotas -> quotas.take(method, path, cookie, client)), null, null);
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

    /// Of a read besides.
    ///
    /// @param asked the headers it came with
    public void completeRead(HttpHeaders answer, HttpHeaders asked, Admission admission) {
        complete(answer, admission);
        String noted = arrival.setCookie(asked.get(HttpHeaderNames.REFERER), answer.get(HttpHeaderNames.CONTENT_TYPE));
        if (noted != null) {
            answer.add(HttpHeaderNames.SET_COOKIE, noted);
        }
    }
}
