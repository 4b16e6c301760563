package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Networks;
import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What a vote says about where it came from: enough to see a rush, too little to find a person.
@Component
@OnRole(Role.ACCEPT)
final class Origin {

    private final Networks networks;
    private final String ownHost;
    private final String arrivalCookie;

    Origin(Networks networks, SiteSettings site) {
        this.networks = networks;
        ownHost = String.valueOf(site.publicUrl().getHost());
        arrivalCookie = site.cookieName("arrival");
    }

    @Nullable
    String networkHash(HttpHeaders headers, Instant now) {
        return networks.hash(headers, now);
    }

    /// Which other site sent the voter, as the gateway noted it when they came. Nothing vouches for it, as nothing
    /// vouches for the `Referer` it was read from.
    @Nullable
    String arrivalSite(MultiValueMap<String, HttpCookie> cookies) {
        HttpCookie noted = cookies.getFirst(arrivalCookie);
        return noted == null ? null : ArrivalSite.of(noted.getValue());
    }

    ReferrerKind referrerKind(HttpHeaders headers) {
        String referrer = headers.getFirst(HttpHeaders.REFERER);
        if (referrer == null || referrer.isEmpty()) {
            return ReferrerKind.NONE;
        }
        try {
            return ownHost.equalsIgnoreCase(URI.create(referrer).getHost())
                    ? ReferrerKind.INTERNAL
                    : ReferrerKind.EXTERNAL;
        } catch (IllegalArgumentException notAnAddress) {
            return ReferrerKind.EXTERNAL;
        }
    }
}
