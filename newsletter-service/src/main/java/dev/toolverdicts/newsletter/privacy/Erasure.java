package dev.toolverdicts.newsletter.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Who was erased, as a line of the list: enough to do it again, and nothing that names a person.
///
/// @param reason why nobody may mail the address from then on
/// @param addressHash what is remembered of the address, in hexadecimal; `-` when only the row is
///     known
record Erasure(Instant at, UUID subscriberId, String reason, String addressHash) {

    private static final String UNKNOWN = "-";

    static Erasure of(Instant at, UUID subscriberId, String reason, byte[] addressHash) {
        return new Erasure(at, subscriberId, reason, HexFormat.of().formatHex(addressHash));
    }

    /// Of somebody whose address nobody knows any more.
    static Erasure ofRow(Instant at, UUID subscriberId) {
        return new Erasure(at, subscriberId, "erased", UNKNOWN);
    }

    /// @return empty when the line is none that [#line] has made
    static Optional<Erasure> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            return Optional.empty();
        }
        try {
            var erasure = new Erasure(Instant.parse(words[0]), UUID.fromString(words[1]), words[2], words[3]);
            return erasure.isOfRow() || erasure.hash().length > 0 ? Optional.of(erasure) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String line() {
        return "%s %s %s %s".formatted(at, subscriberId, reason, addressHash);
    }

    boolean isOfRow() {
        return addressHash.equals(UNKNOWN);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(addressHash);
    }
}
