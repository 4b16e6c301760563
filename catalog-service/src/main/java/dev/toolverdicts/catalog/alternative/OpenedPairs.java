package dev.toolverdicts.catalog.alternative;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which comparisons visitors have opened since the last note was taken, and nothing of the
/// visitors. Whoever opens one a thousand times a minute has opened it in one minute, and more
/// pairs than people can open are not kept.
@Component
public class OpenedPairs {

    private static final int MOST = 5_000;
    private static final int MONTHS = 3;

    /// Two tools by their slugs, in the order of the comparison's address.
    record Pair(String a, String b) {}

    private final Set<Pair> opened = ConcurrentHashMap.newKeySet();

    /// What a browser shows to somebody counts; what programs read, or a browser in advance, does not.
    ///
    /// @param tools on one comparison, in the order of its address
    public void shown(List<String> tools, HttpServletRequest request) {
        if (!"document".equals(request.getHeader("Sec-Fetch-Dest")) || request.getHeader("Sec-Purpose") != null) {
            return;
        }
        for (int left = 0; left < tools.size(); left++) {
            for (int right = left + 1; right < tools.size(); right++) {
                opened(tools.get(left), tools.get(right));
            }
        }
    }

    void opened(String a, String b) {
        if (opened.size() < MOST) {
            opened.add(new Pair(a, b));
        }
    }

    /// What has been opened; from here on it is forgotten.
    List<Pair> take() {
        List<Pair> taken = List.copyOf(opened);
        taken.forEach(opened::remove);
        return taken;
    }

    static LocalDate month(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    }

    /// The first month that still counts.
    static LocalDate since(Instant now) {
        return month(now).minusMonths(MONTHS - 1);
    }
}
