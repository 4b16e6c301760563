package dev.toolverdicts.newsletter.idempotency;

import dev.toolverdicts.platform.web.KeyReused;
import dev.toolverdicts.platform.web.RequestInFlight;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Does keyed work once. The key is noted in the transaction of the work, so there is never one without the other.
@Component
public class Idempotency {

    private final KeyedRequestRepository requests;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(KeyedRequestRepository requests, JsonMapper json, Clock clock) {
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    /// @param request null for work that is done each time
    /// @param type of the result, which is kept as JSON
    /// @return what the work gives, or gave when the request first came
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(@Nullable KeyedRequest request, Class<T> type, Supplier<T> work) {
        if (request == null) {
            return work.get();
        }
        if (!requests.enter(request)) {
            throw new RequestInFlight();
        }
        return earlier(request, type).orElseGet(() -> {
            T result = work.get();
            requests.remember(request, json.writeValueAsString(result), clock.instant());
            return result;
        });
    }

    /// For what is looked at before the work, and may look different by now.
    ///
    /// @return what the work gave when the request first came; empty when it is new
    public <T> Optional<T> earlier(@Nullable KeyedRequest request, Class<T> type) {
        if (request == null) {
            return Optional.empty();
        }
        return requests.find(request, clock.instant()).map(done -> {
            if (!Arrays.equals(done.fingerprint(), request.fingerprint())) {
                throw new KeyReused();
            }
            return json.readValue(done.result(), type);
        });
    }
}
