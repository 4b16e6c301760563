package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

/// Where a page of cards ended: the last card's place in the order and its id.
record CardCursor(double place, UUID toolId) {

    static CardCursor of(ResultSet row) throws SQLException {
        return new CardCursor(row.getDouble("place"), row.getObject("tool_id", UUID.class));
    }

    /// @throws IllegalCursor when it is not one of ours
    static CardCursor parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split("~", -1);
            return new CardCursor(Double.parseDouble(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalCursor(e);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place + "~" + toolId).getBytes(US_ASCII));
    }

    static final class IllegalCursor extends RuntimeException {

        private static final long serialVersionUID = 1L;

        IllegalCursor(Throwable cause) {
            super("not a cursor of this API", cause);
        }
    }
}
