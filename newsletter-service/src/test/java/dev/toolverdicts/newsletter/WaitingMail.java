package dev.toolverdicts.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mail that waits in the queue for an address.
public record WaitingMail(JdbcClient jdbc) {

    /// The texts, oldest first.
    public List<String> to(String email) {
        return jdbc.sql("SELECT text FROM mail_queue WHERE recipient = :to ORDER BY queued_at, mail_id")
                .param("to", email)
                .query(String.class)
                .list();
    }

    /// The link to a page in the newest mail, from the path on.
    public String link(String email, String page) {
        Matcher link = Pattern.compile("/newsletter/" + page + "\\?token=[A-Za-z0-9_-]{43}")
                .matcher(to(email).getLast());
        assertThat(link.find()).as("a link to " + page).isTrue();
        return link.group();
    }

    public void forget(String email) {
        jdbc.sql("DELETE FROM mail_queue WHERE recipient = :to")
                .param("to", email)
                .update();
    }
}
