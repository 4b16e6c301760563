package dev.toolverdicts.vote.operations;

import dev.toolverdicts.vote.counted.VoteLogEnd;
import dev.toolverdicts.vote.counted.VoteLogPlace;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `GET /api/v1/operations/vote/receipts/{receipt}`: what became of a vote whose voter asks about it.
/// Says nothing of the voter, and not what was chosen.
final class ReceiptController {

    private static final Logger log = LoggerFactory.getLogger(ReceiptController.class);

    /// @param traceId null when the vote was not traced, or the log no longer has it
    /// @param deadLetter null when counting has not set it aside
    record Place(
            UUID toolId,
            int partition,
            long offset,
            Instant castAt,
            boolean counted,
            @Nullable String traceId,
            @Nullable DeadLetter deadLetter) {}

    /// @param state `waiting`, `replayed` or `dropped`
    record DeadLetter(long id, String state) {}

    private final Receipts receipts;
    private final VoteLogPlace places;
    private final VoteLogEnd end;
    private final ReceiptQueries known;
    private final Scheduler scheduler;

    ReceiptController(
            Receipts receipts, VoteLogPlace places, VoteLogEnd end, ReceiptQueries known, Scheduler scheduler) {
        this.receipts = receipts;
        this.places = places;
        this.end = end;
        this.known = known;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> find(ServerRequest request) {
        String text = request.pathVariable("receipt");
        return Mono.fromCallable(() -> place(text))
                .subscribeOn(scheduler)
                .onErrorMap(failure -> !(failure instanceof ErrorResponse), ReceiptController::notNow)
                .flatMap(place -> ServerResponse.ok()
                        .headers(headers -> headers.setCacheControl("no-store"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(place));
    }

    /// Answered here: whoever logs a failure of a request logs its path, which is the receipt.
    private static ErrorResponseException notNow(Throwable failure) {
        log.warn("receipt not looked up", failure);
        var refusal = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This cannot be answered right now; try again."),
                failure);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return refusal;
    }

    private Place place(String text) {
        Receipt receipt = receipts.readUnsealed(text)
                .filter(read -> read.partition() >= 0 && read.offset() >= 0)
                .orElseThrow(() -> new InvalidInput("/receipt", "is no receipt"));
        UUID tool = receipt.toolId();
        // Before the letter, which is there as soon as the position has passed it.
        boolean isPassed = end.isCounted(Map.of(receipt.partition(), receipt.offset() + 1));
        Optional<ReceiptQueries.Letter> letter = known.letter(receipt.partition(), receipt.offset());
        Optional<VoteLogPlace.Found> found = places.find(receipt.partition(), receipt.offset())
                .filter(it -> it.key().startsWith(tool + ":"));
        // It is sealed for its voter, whom only the vote's key names.
        List<UUID> voters = found.flatMap(it -> voter(tool, it.key()))
                .or(() -> letter.map(ReceiptQueries.Letter::key).flatMap(key -> voter(tool, key)))
                .map(List::of)
                .orElseGet(() -> known.voters(tool, receipt.partition(), receipt.offset()));
        if (voters.stream().noneMatch(voter -> receipts.read(text, voter).isPresent())) {
            throw new NoSuchVote();
        }
        return new Place(
                tool,
                receipt.partition(),
                receipt.offset(),
                receipt.castAt(),
                isPassed && letter.map(ReceiptQueries.Letter::isCounted).orElse(true),
                found.map(VoteLogPlace.Found::traceId).orElse(null),
                letter.map(it -> new DeadLetter(it.id(), it.state())).orElse(null));
    }

    /// Of the key `toolId:voterId`; empty when it is another tool's, or none at all.
    private static Optional<UUID> voter(UUID tool, String key) {
        String before = tool + ":";
        try {
            return key.startsWith(before)
                    ? Optional.of(UUID.fromString(key.substring(before.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notAVoter) {
            return Optional.empty();
        }
    }
}
