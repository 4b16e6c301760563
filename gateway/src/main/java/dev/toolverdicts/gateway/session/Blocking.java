package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;

/// Where waiting harms nobody: a virtual thread for each call.
public final class Blocking implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Blocking.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// The work goes on when nobody waits for it any more. A browser that goes away while its token is
    /// refreshed must not interrupt that: the old refresh token would be used up, and the new one lost.
    public <T> Mono<T> call(Supplier<T> work) {
        return Mono.<T>fromFuture(() -> CompletableFuture.supplyAsync(work, threads), true)
                .onErrorMap(DataAccessException.class, Blocking::storeUnavailable)
                .onErrorMap(TransactionException.class, Blocking::storeUnavailable)
                .onErrorMap(FlywayException.class, Blocking::storeUnavailable);
    }

    /// One line, since strangers can cause it with any cookie.
    private static Refusal storeUnavailable(RuntimeException failure) {
        log.warn("event=session_store_unavailable cause=\"{}\"", Cause.of(failure));
        return new Refusal(Problem.unavailable());
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
