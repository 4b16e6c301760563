package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.link.LinkKeys;
import org.springframework.stereotype.Component;

/// What is kept of an address that must not be kept: enough to know it again when it comes, and, without the key, too
/// little to find it by trying.
@Component
public class AddressHashes {

    private final LinkKeys keys;

    AddressHashes(LinkKeys keys) {
        this.keys = keys;
    }

    /// @param key the address in lower case
    public byte[] of(String key) {
        return keys.seal("suppression", key);
    }
}
