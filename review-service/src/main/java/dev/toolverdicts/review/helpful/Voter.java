package dev.toolverdicts.review.helpful;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A reader as vote-service knows them. The token of a voter's forms is a keyed hash of who they
/// are: it is another one for everybody else, nobody can make one up, and it stays as long as the
/// cookie does. A hash of it is all that is stored, and says nothing about votes.
///
/// @param formToken what a form of this voter must hold
/// @param cookies `Set-Cookie` lines that the voter has yet to get
public record Voter(String formToken, List<String> cookies) {

    /// What is stored of them.
    public String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("helpful " + formToken).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean sent(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }
}
