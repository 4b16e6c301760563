package dev.toolverdicts.vote.voter;

import dev.toolverdicts.vote.web.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// A cookie with the voter's latest receipts, newest first: what they chose shows on the next read of any
/// copy, however far the counting lags.
@Component
public class RecentVotes {

    private static final int MOST = 10;
    private static final char SEPARATOR = '.';
    /// Longer than any lag; shorter than the life of a log, after which an offset could mean another vote.
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final Receipts receipts;
    private final Clock clock;
    private final String name;
    private final CookieText cookie;

    RecentVotes(Receipts receipts, SiteSettings site, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
        name = site.cookieName("voter-recent");
        cookie = new CookieText(name, LIFETIME, site.secure());
    }

    /// Puts a receipt before the ones that were sent; an older one for the same tool goes.
    public void add(MultiValueMap<String, HttpCookie> cookies, String receipt, HttpHeaders headers) {
        var kept = new StringBuilder(receipt);
        int count = 1;
        for (String earlier : carried(cookies)) {
            if (count < MOST && !Receipts.sameTool(earlier, receipt)) {
                kept.append(SEPARATOR).append(earlier);
                count++;
            }
        }
        headers.add(HttpHeaders.SET_COOKIE, cookie.with(kept.toString()));
    }

    /// Puts these, newest first, in the place of all that were sent.
    public void replace(List<String> latest, HttpHeaders headers) {
        String kept = latest.stream().limit(MOST).collect(Collectors.joining(String.valueOf(SEPARATOR)));
        headers.add(HttpHeaders.SET_COOKIE, kept.isEmpty() ? cookie.cleared() : cookie.with(kept));
    }

    /// The latest receipt per tool of this voter; what does not verify is passed over.
    public Map<UUID, Receipt> read(MultiValueMap<String, HttpCookie> cookies, UUID voterId) {
        var latest = new HashMap<UUID, Receipt>();
        Instant oldest = clock.instant().minus(LIFETIME);
        for (String text : carried(cookies)) {
            Optional<Receipt> receipt = receipts.read(text, voterId);
            receipt.filter(it -> it.castAt().isAfter(oldest))
                    .ifPresent(it -> latest.merge(it.toolId(), it, RecentVotes::later));
        }
        return latest;
    }

    private static Receipt later(Receipt one, Receipt other) {
        return one.offset() >= other.offset() ? one : other;
    }

    private List<String> carried(MultiValueMap<String, HttpCookie> cookies) {
        HttpCookie sent = cookies.getFirst(name);
        if (sent == null) {
            return List.of();
        }
        String value = sent.getValue();
        var found = new ArrayList<String>(MOST);
        for (int from = 0;
                from + Receipts.LENGTH <= value.length() && found.size() < MOST;
                from += Receipts.LENGTH + 1) {
            String text = value.substring(from, from + Receipts.LENGTH);
            if (Receipts.looksRight(text)) {
                found.add(text);
            }
        }
        return found;
    }
}
