package dev.toolverdicts.review.knowntool;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Finds tools by address.
@Service
public class KnownTools {

    /// News that another copy of the service applied does not ring here, so a waiter also looks
    /// by itself.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final KnownToolQueries tools;
    private final ToolArrivals arrivals;
    private final Duration patience;

    KnownTools(KnownToolQueries tools, ToolArrivals arrivals, KnownToolSettings settings) {
        this.tools = tools;
        this.arrivals = arrivals;
        this.patience = settings.patience();
    }

    /// The tool as it is known now, whether it is shown or not: its reviews can be changed meanwhile.
    public Optional<KnownTool> find(String slug) {
        return isAddress(slug) ? tools.find(slug) : Optional.empty();
    }

    /// The tool as readers may see it.
    ///
    /// @throws ToolTakenDown when it is shown to nobody
    public Optional<KnownTool> shown(String slug) {
        KnownTool tool = find(slug).orElse(null);
        TakenDown why = tool == null ? null : tool.takenDown();
        if (why != null) {
            throw new ToolTakenDown(why);
        }
        return Optional.ofNullable(tool);
    }

    /// The tool, waiting for its event for a moment when it is not known yet: it may have been made a
    /// second ago. Call it outside a transaction, a waiter must not hold a connection.
    public Optional<KnownTool> await(String slug) {
        if (!isAddress(slug)) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = arrivals.count();
            Optional<KnownTool> tool = tools.find(slug);
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (tool.isPresent() || !left.isPositive() || Thread.currentThread().isInterrupted()) {
                return tool;
            }
            arrivals.awaitAbove(seen, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
        }
    }

    /// Anything else can be no tool's address; NUL bytes and the like never reach the database.
    private static boolean isAddress(String slug) {
        return slug.length() <= 200
                && slug.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    }
}
