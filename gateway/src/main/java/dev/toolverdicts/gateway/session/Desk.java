package dev.toolverdicts.gateway.session;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// What other pages of the gateway's own need of the desk: who is there, and the frame that all of
/// them have.
public final class Desk {

    public static final String HOME = SignIn.HOME;

    private final Pages pages;

    Desk(Pages pages) {
        this.pages = pages;
    }

    /// Somebody who is signed in.
    ///
    /// @param subject what the provider calls this person for ever
    /// @param scopes that were granted
    /// @param formKey stands in every form of this session's pages, as `formToken`
    public record Person(String subject, Set<String> scopes, String formKey) {

        public Person {
            scopes = Set.copyOf(scopes);
        }

        /// Whether a form was made for this session.
        public boolean hasSent(@Nullable String formToken) {
            return Secrets.same(formToken, formKey);
        }

        @Override
        public String toString() {
            return subject;
        }
    }

    /// Null for nobody, and where no session counts.
    public static @Nullable Person person(ServerWebExchange exchange) {
        SignedIn who = SignedIn.of(exchange);
        return who == null
                ? null
                : new Person(
                        who.session().subject(),
                        who.session().scopes(),
                        who.id().formKey());
    }

    /// A template under `pages/`, whose blanks are filled with text.
    public static String part(String template, Map<String, String> blanks) {
        return Pages.filled(Pages.template(template), blanks);
    }

    /// @param body HTML
    public String page(String title, String body) {
        return pages.page(title, body);
    }
}
