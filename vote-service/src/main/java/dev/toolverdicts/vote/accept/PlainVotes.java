package dev.toolverdicts.vote.accept;

import dev.toolverdicts.platform.shortway.ShortWay;
import dev.toolverdicts.platform.shortway.UnderWay;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import dev.toolverdicts.vote.web.ProblemWriter;
import dev.toolverdicts.vote.web.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Ordinary votes: `PUT` or `DELETE` of a known tool's vote by somebody whose cookie is good or
/// missing, with nothing in it that another part of the service would have to look at. Everything else
/// is left to the long way, which gives the same answers to votes and all refusals.
@Component
@OnRole(Role.ACCEPT)
final class PlainVotes implements ShortWay {

    private static final int LONGEST_BODY = 4096;

    private final VoteController votes;
    private final VoteAnswer answer;
    private final VoterCookie voters;
    private final ProblemWriter problems;
    private final UnderWay underWay;
    private final Tracing tracing;

    PlainVotes(
            VoteController votes,
            VoteAnswer answer,
            VoterCookie voters,
            ProblemWriter problems,
            UnderWay underWay,
            Tracing tracing) {
        this.votes = votes;
        this.answer = answer;
        this.voters = voters;
        this.problems = problems;
        this.underWay = underWay;
        this.tracing = tracing;
    }

    @Override
    public @Nullable Taken take(HttpRequest request, Channel connection) {
        String slug = isPlain(request) ? VotePath.slug(request.uri()) : null;
        return slug == null ? null : new Vote(request, slug);
    }

    private boolean isPlain(HttpRequest request) {
        boolean put = HttpMethod.PUT.equals(request.method());
        if (!underWay.isRunning()
                || !(put || HttpMethod.DELETE.equals(request.method()))
                || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                || request.decoderResult().isFailure()) {
            return false;
        }
        var headers = request.headers();
        return !headers.contains(HttpHeaderNames.AUTHORIZATION)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && (put ? isShortJson(headers) : HttpUtil.getContentLength(request, 0L) == 0);
    }

    private static boolean isShortJson(io.netty.handler.codec.http.HttpHeaders headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return "application/json".equals(headers.get(HttpHeaderNames.CONTENT_TYPE))
                && length != null
                && length.length() <= 4
                && headers.getInt(HttpHeaderNames.CONTENT_LENGTH, Integer.MAX_VALUE) <= LONGEST_BODY;
    }

    private final class Vote implements Taken {

        private final HttpRequest request;
        private final String slug;

        Vote(HttpRequest request, String slug) {
            this.request = request;
            this.slug = slug;
        }

        @Override
        public HttpRequest request() {
            return request;
        }

        @Override
        public boolean begin(byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {
            return cast(slug, request, body, reply);
        }
    }

    private boolean cast(
            String slug, HttpRequest request, byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply) {
        var headers = new HttpHeaders(new Netty4HeadersAdapter(request.headers()));
        MultiValueMap<String, HttpCookie> cookies = cookies(request);
        Traced traced = trace(request);
        if (!underWay.begin()) {
            return false;
        }
        boolean taken = false;
        try (var _ = traced.present()) {
            CrossSiteRequest.refuse(headers);
            Voter voter = voters.readOrIssue(cookies);
            Choice choice = HttpMethod.PUT.equals(request.method()) ? VoteBody.parse(body) : Choice.NONE;
            taken = votes.record(slug, new Sent(headers, cookies), voter, choice, receipt -> {
                end(traced, receipt);
                reply.accept(() -> {
                    underWay.end();
                    return receipt == null ? notDurable(request, voter) : accepted(cookies, voter, receipt);
                });
            });
            return taken;
        } catch (Refusal refusal) {
            return false;
        } finally {
            if (!taken) {
                underWay.end();
            }
        }
    }

    private Traced trace(HttpRequest request) {
        return tracing.isOn()
                ? tracing.server(
                        request.method().name() + " vote", request.headers().get(TraceParent.HEADER))
                : Traced.NONE;
    }

    /// What the long way has to answer after all is a span of that.
    private static void end(Traced traced, @Nullable Receipt receipt) {
        if (receipt == null) {
            traced.status(HttpResponseStatus.SERVICE_UNAVAILABLE.code()).end();
        } else {
            traced.status(HttpResponseStatus.ACCEPTED.code())
                    .note("messaging.destination.partition.id", receipt.partition())
                    .note("messaging.kafka.offset", receipt.offset())
                    .end();
        }
    }

    private static MultiValueMap<String, HttpCookie> cookies(HttpRequest request) {
        var cookies = new LinkedMultiValueMap<String, HttpCookie>(4);
        for (String line : request.headers().getAll(HttpHeaderNames.COOKIE)) {
            for (Cookie cookie : ServerCookieDecoder.STRICT.decodeAll(line)) {
                cookies.add(cookie.name(), new HttpCookie(cookie.name(), cookie.value()));
            }
        }
        return cookies;
    }

    private FullHttpResponse accepted(MultiValueMap<String, HttpCookie> cookies, Voter voter, Receipt receipt) {
        var headers = new HttpHeaders();
        byte[] body = answer.json(cookies, voter, receipt, headers);
        return response(HttpResponseStatus.ACCEPTED, headers, body);
    }

    /// The vote may land: whoever asks again must be the same voter.
    private FullHttpResponse notDurable(HttpRequest request, Voter voter) {
        var refusal = new VoteNotDurable();
        voters.write(voter, refusal.getHeaders());
        var headers = HttpHeaders.copyOf(refusal.getHeaders());
        byte[] body = problems.document(request.uri(), refusal.getBody(), headers);
        return response(HttpResponseStatus.SERVICE_UNAVAILABLE, headers, body);
    }

    private static FullHttpResponse response(HttpResponseStatus status, HttpHeaders headers, byte[] body) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        headers.forEach((name, values) -> response.headers().set(name, (Iterable<?>) values));
        return response;
    }
}
