package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Seal;
import dev.toolverdicts.vote.voter.VoterKeys;
import dev.toolverdicts.vote.web.SiteSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What a vote says about where it came from: enough to see a rush, too little to find a person.
@Component
@OnRole(Role.ACCEPT)
final class Origin {

    /// Set by the gateway from the connection; what a client sends under this name is dropped there.
    private static final String CLIENT_ADDRESS = "X-Client-Ip";

    private final Seal seal;
    private final String ownHost;

    Origin(VoterKeys keys, SiteSettings site) {
        seal = keys.seal("network");
        ownHost = String.valueOf(site.publicUrl().getHost());
    }

    /// Keyed hash of the /24 or /48 the voter is in.
    @Nullable
    String networkHash(HttpHeaders headers) {
        String address = headers.getFirst(CLIENT_ADDRESS);
        if (address == null) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            byte[] network = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
            return HexFormat.of().formatHex(seal.of(network), 0, 8);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
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
