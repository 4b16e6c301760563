package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// Somebody who signed up and reads what comes.
final class Subscriber {

    private final Visitor visitor = new Visitor();
    private final String address;
    private final String confirmLink;

    Subscriber(String name) {
        address = name + "-" + System.nanoTime() + "@example.org";
        assertThat(visitor.post("/api/v1/newsletter/subscriptions", "{\"email\": \"%s\"}".formatted(address))
                        .statusCode())
                .isEqualTo(202);
        confirmLink = Mailbox.link(new Mailbox().await(address, "confirm"), "/newsletter/confirm");
        KnownSecrets.add("address", address);
        KnownSecrets.add("mailed token", tokenIn(confirmLink));
    }

    String address() {
        return address;
    }

    Visitor visitor() {
        return visitor;
    }

    String confirmLink() {
        return confirmLink;
    }

    /// Presses the button behind the mailed link.
    ///
    /// @return where the preferences are
    String confirm() {
        assertThat(visitor.get(confirmLink).statusCode()).isEqualTo(200);
        var answer = visitor.submit("/newsletter/confirm", Map.of("token", tokenIn(confirmLink)));
        assertThat(answer.statusCode()).isEqualTo(200);
        String preferences = Mailbox.link(absolute(answer.body()), "/newsletter/preferences");
        KnownSecrets.add("mailed token", tokenIn(preferences));
        return preferences;
    }

    /// The token of a link to another page that stands on a page.
    String tokenOf(String wanted, String page) {
        return tokenIn(Mailbox.link(absolute(visitor.get(page).body()), wanted));
    }

    private static String absolute(String html) {
        return html.replace("href=\"/", "href=\"http://here/");
    }

    static String tokenIn(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
