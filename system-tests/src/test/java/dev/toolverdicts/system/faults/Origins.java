package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.faults.Found.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the records of one ballot in the log can come from. A vote lands after what was acknowledged before it was
/// sent. One without an answer may land at any time from then on; of an acknowledged one another attempt may have
/// landed too, but not after the next acknowledged vote: its voter has seen that one stand.
final class Origins {

    private final List<Span> spans = new ArrayList<>();

    /// @param after offset of the last acknowledged vote before
    /// @param before offset of the next acknowledged one
    private record Span(Cast cast, long after, long before) {

        boolean explains(Logged logged) {
            long offset = logged.place().offset();
            return cast.choice() == logged.choice() && offset > after && offset < before;
        }
    }

    /// @param casts of one ballot in the order of sending
    Origins(List<Cast> casts) {
        long after = -1;
        for (int i = 0; i < casts.size(); i++) {
            Cast cast = casts.get(i);
            if (cast.outcome() == Outcome.REFUSED) {
                continue;
            }
            spans.add(new Span(cast, after, cast.acked() ? nextReceipt(casts, i + 1) : Long.MAX_VALUE));
            Receipt receipt = cast.receipt();
            after = receipt == null ? after : receipt.place().offset();
        }
    }

    private static long nextReceipt(List<Cast> casts, int from) {
        return casts.stream()
                .skip(from)
                .flatMap(cast -> Stream.ofNullable(cast.receipt()))
                .mapToLong(receipt -> receipt.place().offset())
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    boolean explain(Logged logged) {
        return spans.stream().anyMatch(span -> span.explains(logged));
    }
}
