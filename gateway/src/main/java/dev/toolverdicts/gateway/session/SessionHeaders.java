package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.edge.OwnHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// Gives a service the access token of who is signed in, and the secret of the forms on its pages.
final class SessionHeaders implements OwnHeaders {

    private static final String FORM_KEY = "X-Form-Key";

    @Override
    public void addTo(HttpHeaders headers, ServerWebExchange exchange) {
        SignedIn who = SignedIn.of(exchange);
        if (who != null) {
            headers.setBearerAuth(who.session().accessToken());
            headers.set(FORM_KEY, who.id().formKey());
        }
    }
}
