package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.letter.Letter;
import dev.toolverdicts.newsletter.letter.Letter.Link;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The words of an alert. Names and prices stand in its text only: a subject is a header.
@Component
class AlertLetters {

    /// So many in one mail; who follows more has the rest counted.
    private static final int MOST_LINES = 50;

    private final SubscriptionLinks links;
    private final SiteSettings site;

    AlertLetters(SubscriptionLinks links, SiteSettings site) {
        this.links = links;
        this.site = site;
    }

    /// @param followed what is followed in words, by the follows' ids
    Letter alert(UUID subscriberId, List<Note> notes, Map<UUID, String> followed) {
        int left = Math.max(0, notes.size() - MOST_LINES);
        String count = notes.size() == 1 ? "One change" : notes.size() + " changes";
        Stream<Link> changes = notes.stream()
                .limit(MOST_LINES)
                .map(note -> new Link(note.words(), site.publicUrl() + "/tool/" + note.slug()));
        Stream<Link> ends = notes.stream()
                .limit(MOST_LINES)
                .map(Note::followId)
                .distinct()
                .map(id -> new Link(
                        "Stop following " + followed.getOrDefault(id, "this"), links.unfollowUrl(subscriberId, id)));
        return new Letter(
                count + " at what you follow",
                List.of(count + " since the last alert." + (left > 0 ? " " + left + " more are not listed." : "")),
                Stream.of(
                                changes,
                                ends,
                                Stream.of(
                                        new Link("All your alerts", links.alertsUrl(subscriberId)),
                                        new Link("Preferences", links.preferencesUrl(subscriberId)),
                                        new Link("Stop all alerts", links.unfollowUrl(subscriberId, null))))
                        .flatMap(each -> each)
                        .toList(),
                List.of("You get this because you follow these at Tool Verdicts. Opening a link stops nothing; its page"
                        + " has a button."));
    }
}
