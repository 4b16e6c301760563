package dev.toolverdicts.vote.voter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Receipts as opaque text, sealed for one voter: another voter's receipt is no receipt.
@Component
public class Receipts {

    private static final int BODY = 16 + 2 + 8 + 1 + 8;
    private static final int SEAL = 16;
    /// Every receipt has this length; three bytes are four letters, so that the text has no slack.
    static final int LENGTH = (BODY + SEAL) * 4 / 3;

    private final Seals seals;

    Receipts(VoterKeys keys) {
        seals = keys.seals("receipt");
    }

    public String write(Receipt receipt, UUID voterId) {
        ByteBuffer all = ByteBuffer.allocate(BODY + SEAL)
                .putLong(receipt.toolId().getMostSignificantBits())
                .putLong(receipt.toolId().getLeastSignificantBits())
                .putShort((short) receipt.partition())
                .putLong(receipt.offset())
                .put(code(receipt.choice()))
                .putLong(receipt.castAt().toEpochMilli());
        byte[] bytes = all.array();
        all.put(seals.of(Arrays.copyOf(bytes, BODY), bytes(voterId)), 0, SEAL);
        return new String(Base64.getUrlEncoder().encode(bytes), US_ASCII);
    }

    /// Empty when the text is no receipt of this voter.
    public Optional<Receipt> read(String text, UUID voterId) {
        byte[] bytes = decode(text);
        if (bytes.length != BODY + SEAL
                || !seals.matches(
                        Arrays.copyOfRange(bytes, BODY, BODY + SEAL), Arrays.copyOf(bytes, BODY), bytes(voterId))) {
            return Optional.empty();
        }
        return Optional.of(receipt(bytes));
    }

    /// What a text says that looks like a receipt, whosever it is and whether or not it is true: where
    /// to look for its voter, with whom it must still be read.
    public Optional<Receipt> readUnsealed(String text) {
        byte[] bytes = decode(text);
        return bytes.length == BODY + SEAL ? Optional.of(receipt(bytes)) : Optional.empty();
    }

    private static Receipt receipt(byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes);
        return new Receipt(
                new UUID(body.getLong(), body.getLong()),
                body.getShort(),
                body.getLong(),
                choice(body.get()),
                Instant.ofEpochMilli(body.getLong()));
    }

    /// Whether two texts of the right length speak about one tool, without looking at their seals.
    static boolean sameTool(String one, String other) {
        // The id and the first four bits of the partition, which are zero.
        return one.regionMatches(0, other, 0, 22);
    }

    /// Whether a text could be a receipt; anything else must not get into a cookie again.
    static boolean looksRight(String text) {
        return text.length() == LENGTH && text.chars().allMatch(Receipts::isLetter);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static byte code(Choice choice) {
        return switch (choice) {
            case SHIP -> 1;
            case SKIP -> 2;
            case NONE -> 0;
        };
    }

    private static Choice choice(byte code) {
        return switch (code) {
            case 1 -> Choice.SHIP;
            case 2 -> Choice.SKIP;
            default -> Choice.NONE;
        };
    }

    private static byte[] decode(String text) {
        try {
            return text.length() == LENGTH ? Base64.getUrlDecoder().decode(text) : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
