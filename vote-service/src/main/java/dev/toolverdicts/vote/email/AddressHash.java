package dev.toolverdicts.vote.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.vote.voter.Seal;
import dev.toolverdicts.vote.voter.VoterKeys;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Tells addresses and domains apart without keeping them: without the service's secret nobody can try which it was.
final class AddressHash {

    private final Seal addresses;
    private final Seal domains;

    AddressHash(VoterKeys keys) {
        addresses = keys.lasting("email-address");
        domains = keys.lasting("email-domain");
    }

    byte[] of(EmailAddress address) {
        return addresses.of(address.mailbox().getBytes(UTF_8));
    }

    byte[] ofDomain(EmailAddress address) {
        return domains.of(address.domain().getBytes(UTF_8));
    }

    /// A token has enough random bits of its own to need no key.
    static byte[] ofToken(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
