package dev.toolverdicts.vote.operations;

import dev.toolverdicts.vote.counted.VoteLogEnd;
import dev.toolverdicts.vote.counted.VoteLogPlace;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.web.InvalidInput;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `GET /api/v1/operations/vote/receipts/{receipt}`: what became of a vote whose voter asks about it.
/// Says nothing of the voter, and not what was chosen.
final class ReceiptController {

    /// @param traceId null when the vote was not traced, or the log no longer has it
    record Place(
            UUID toolId,
            int partition,
            long offset,
            Instant castAt,
            boolean counted,
            @Nullable String traceId) {}

    private final Receipts receipts;
    private final VoteLogPlace places;
    private final VoteLogEnd end;
    private final Scheduler scheduler;

    ReceiptController(Receipts receipts, VoteLogPlace places, VoteLogEnd end, Scheduler scheduler) {
        this.receipts = receipts;
        this.places = places;
        this.end = end;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> find(ServerRequest request) {
        Receipt receipt = receipts.readUnsealed(request.pathVariable("receipt"))
                .filter(read -> read.partition() >= 0 && read.offset() >= 0)
                .orElseThrow(() -> new InvalidInput("/receipt", "is no receipt"));
        return Mono.fromCallable(() -> place(receipt))
                .subscribeOn(scheduler)
                .flatMap(place -> ServerResponse.ok()
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(place));
    }

    private Place place(Receipt receipt) {
        return new Place(
                receipt.toolId(),
                receipt.partition(),
                receipt.offset(),
                receipt.castAt(),
                end.isCounted(Map.of(receipt.partition(), receipt.offset() + 1)),
                places.traceId(receipt.partition(), receipt.offset()));
    }
}
