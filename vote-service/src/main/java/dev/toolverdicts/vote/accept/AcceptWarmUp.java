package dev.toolverdicts.vote.accept;

import dev.toolverdicts.platform.messaging.Event;
import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.shortway.Shortcut;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/// Walks the way of a vote before the port opens, or the first voters of a new copy wait until its classes are loaded.
/// Votes for a tool that cannot be go in by a door of their own and are refused; what comes after the tool is
/// found is walked without the log. Nothing is appended.
final class AcceptWarmUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AcceptWarmUp.class);
    private static final int TIMES = 50;
    private static final int AT_ONCE = 8;

    /// On a busy machine it takes seconds: those that voters would have waited.
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int BEFORE_WEB_SERVERS = SmartLifecycle.DEFAULT_PHASE - 3072;

    /// Longer than any address of a tool: it is known to be none without a look.
    private static final String NO_TOOL = "/api/v1/tools/" + "x".repeat(201) + "/vote";

    private final HttpHandler handler;
    private final PlainVotes votes;
    private final EventCodec codec;
    private final VoterCookie voters;
    private final VoteAnswer answer;
    private final Clock clock;
    private volatile boolean running;

    AcceptWarmUp(
            HttpHandler handler,
            PlainVotes votes,
            EventCodec codec,
            VoterCookie voters,
            VoteAnswer answer,
            Clock clock) {
        this.handler = handler;
        this.votes = votes;
        this.codec = codec;
        this.voters = voters;
        this.answer = answer;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        long began = System.nanoTime();
        try {
            IntStream.range(0, TIMES).forEach(_ -> accept());
            knock();
            log.info("accept warmed up ms={}", (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException e) {
            // A cold start is slow, not wrong.
            log.warn("accept not warmed up", e);
        }
    }

    private void knock() {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .doOnChannelInit((_, channel, _) -> Shortcut.add(channel.pipeline(), votes))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        try {
            HttpClient client = HttpClient.create()
                    .host("127.0.0.1")
                    .port(server.port())
                    .headers(headers -> headers.set(HttpHeaders.CONTENT_TYPE, "application/json"));
            Flux.range(0, TIMES)
                    .flatMap(i -> i % 2 == 0 ? cast(client) : withdraw(client), AT_ONCE)
                    .blockLast(AT_MOST);
        } finally {
            server.disposeNow(CLOSE);
        }
    }

    private static Mono<Integer> cast(HttpClient client) {
        return client.put()
                .uri(NO_TOOL)
                .send(ByteBufMono.fromString(Mono.just("{\"choice\":\"ship\"}")))
                .responseSingle((answer, _) -> Mono.just(answer.status().code()));
    }

    private static Mono<Integer> withdraw(HttpClient client) {
        return client.delete()
                .uri(NO_TOOL)
                .responseSingle((answer, _) -> Mono.just(answer.status().code()));
    }

    /// What follows the look at the tool, and the log's word.
    private void accept() {
        Voter voter = voters.issue();
        Instant now = clock.instant();
        UUID tool = new UUID(0, 0);
        var vote = new VoteCast(tool, voter.id(), Choice.SHIP, "device", null, ReferrerKind.NONE, now, now, null);
        var _ = codec.encode(new Event(VoteLog.TOPIC, vote.key(), "warm-up", 1, vote));
        var receipt = new Receipt(tool, 0, 0, Choice.SHIP, now);
        var _ = answer.json(new LinkedMultiValueMap<>(), voter, receipt, new HttpHeaders());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After tools and log are there.
    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVERS;
    }
}
