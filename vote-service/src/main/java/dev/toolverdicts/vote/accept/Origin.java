package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Networks;
import dev.toolverdicts.vote.web.SiteSettings;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a vote says about where it came from: enough to see a rush, too little to find a person.
@Component
@OnRole(Role.ACCEPT)
final class Origin {

    private final Networks networks;
    private final String ownHost;

    Origin(Networks networks, SiteSettings site) {
        this.networks = networks;
        ownHost = String.valueOf(site.publicUrl().getHost());
    }

    @Nullable
    String networkHash(HttpHeaders headers, Instant now) {
        return networks.hash(headers, now);
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
