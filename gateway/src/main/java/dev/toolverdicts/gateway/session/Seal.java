package dev.toolverdicts.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM: what was sealed can be neither read nor changed without a key, nor passed off as
/// something else.
///
/// Each content has a key of its own, made from one of the keys and a salt. Anybody can have a sign-in
/// sealed as often as they like, and one key with random nonces is good for some 2^32 contents only.
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final int SALT = 20;
    private static final int NONCE = 12;
    private static final int HEAD = SALT + NONCE;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;

    /// @param files the first seals, all of them open
    Seal(List<Path> files) {
        List<SecretKeySpec> read = new ArrayList<>();
        for (Path file : files) {
            read.add(key(file));
        }
        this.keys = List.copyOf(read);
    }

    private static SecretKeySpec key(Path file) {
        try {
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != KEY) {
                throw new IllegalArgumentException("not 32 bytes");
            }
            return new SecretKeySpec(bytes, DERIVATION);
        } catch (IOException e) {
            throw new UncheckedIOException("The session key in %s cannot be read.".formatted(file), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s must hold 32 bytes in base64.".formatted(file), e);
        }
    }

    /// @param about what it is and whose; to be named when it is opened
    byte[] seal(byte[] content, byte[] about) {
        byte[] head = Secrets.bytes(HEAD);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), head, about).doFinal(content);
            return ByteBuffer.allocate(HEAD + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Null for what was not sealed with one of the keys, or about something else, or changed since.
    byte @Nullable [] open(byte[] sealed, byte[] about) {
        if (sealed.length <= HEAD) {
            return null;
        }
        for (SecretKeySpec key : keys) {
            byte[] content = open(key, sealed, about);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private static byte @Nullable [] open(SecretKeySpec key, byte[] sealed, byte[] about) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, about).doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (AEADBadTagException _) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param head begins with salt and nonce
    private static Cipher cipher(int mode, SecretKeySpec key, byte[] head, byte[] about)
            throws GeneralSecurityException {
        Mac derivation = Mac.getInstance(DERIVATION);
        derivation.init(key);
        derivation.update(head, 0, SALT);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(derivation.doFinal(), "AES"),
                new GCMParameterSpec(TAG_BITS, head, SALT, NONCE));
        cipher.updateAAD(about);
        return cipher;
    }
}
