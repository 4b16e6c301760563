package dev.toolverdicts.system.faults;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// What an acknowledgement says of a vote. Receipts are opaque to clients; a judge must look inside.
record Receipt(UUID toolId, Place place) {

    static Receipt of(String text) {
        ByteBuffer body = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        return new Receipt(new UUID(body.getLong(), body.getLong()), new Place(body.getShort(), body.getLong()));
    }
}
