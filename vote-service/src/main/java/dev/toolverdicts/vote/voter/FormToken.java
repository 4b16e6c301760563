package dev.toolverdicts.vote.voter;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Ties a form to the voter it was made for, so that no other site's form can vote with their cookie.
@Component
public class FormToken {

    private static final int SEAL = 18;

    private final Seals seals;

    FormToken(VoterKeys keys) {
        seals = keys.seals("form-token");
    }

    public String of(UUID voterId) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(seals.of(Receipts.bytes(voterId)), SEAL));
    }

    public boolean isOf(UUID voterId, String token) {
        try {
            byte[] sent = Base64.getUrlDecoder().decode(token);
            return sent.length == SEAL && seals.matches(sent, Receipts.bytes(voterId));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
