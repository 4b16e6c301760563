package dev.toolverdicts.vote.voter;

import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Whether a form was sent from a page of this site. A voter's form proves it by the token that was
/// made for them. Who comes without a cookie has no vote that another site could change, and no token
/// before somebody makes one: of them the browser's word is taken where the form stood, which no page
/// can make it say.
///
/// The services with servlets have the newcomers' half of it from `platform/web`, which is made of
/// servlets and so nothing for this one.
@Component
public class OwnForm {

    private final FormToken tokens;
    private final String origin;

    OwnForm(FormToken tokens, SiteSettings site) {
        this.tokens = tokens;
        URI address = site.publicUrl();
        // As browsers write it, however it is set (RFC 6454).
        this.origin = (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /// @param known who sent the cookie; empty when there was none
    /// @param token as the form has it
    public boolean isOurs(HttpHeaders sent, Optional<Voter> known, @Nullable String token) {
        return known.map(voter -> token != null && tokens.isOf(voter.id(), token))
                .orElseGet(() -> isFromHere(sent));
    }

    /// Browsers without `Sec-Fetch-Site` send `Origin` with every form.
    private boolean isFromHere(HttpHeaders sent) {
        String site = sent.getFirst("Sec-Fetch-Site");
        return site == null ? origin.equals(sent.getOrigin()) : site.equals("same-origin");
    }
}
