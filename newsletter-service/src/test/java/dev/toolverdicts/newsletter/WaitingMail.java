package dev.toolverdicts.newsletter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mail that waits in the queue for an address.
public record WaitingMail(JdbcClient jdbc) {

    /// The texts, mostly oldest first: the tests' clock stands still, so the order of transactions decides, and
    /// the service's own worker, which tries each in vain, may come to an older one later. Tell two of a kind apart
    /// by what they say.
    public List<String> to(String email) {
        return jdbc.sql("SELECT text FROM mail_queue WHERE recipient = :to ORDER BY queued_at, xmin::text::bigint")
                .param("to", email)
                .query(String.class)
                .list();
    }

    /// The link to a page in the newest mail that has one, from the path on.
    public String link(String email, String page) {
        Pattern link = Pattern.compile("/newsletter/" + page + "\\?token=[A-Za-z0-9_-]{43}");
        return to(email).reversed().stream()
                .map(link::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + page));
    }

    public void forget(String email) {
        jdbc.sql("DELETE FROM mail_queue WHERE recipient = :to")
                .param("to", email)
                .update();
    }
}
