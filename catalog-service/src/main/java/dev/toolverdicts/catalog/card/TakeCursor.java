package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.catalog.card.TakeFilter.Order;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Where a page of takes ended: the order it was read in and the last take's place in it.
record TakeCursor(Order order, double place, UUID toolId) {

    private static final String BETWEEN = "~";

    /// Empty when it is not one of ours for this order.
    static Optional<TakeCursor> parse(String cursor, Order order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(BETWEEN, -1);
            return parts.length == 3 && Order.valueOf(parts[0]) == order
                    ? Optional.of(new TakeCursor(order, Double.parseDouble(parts[1]), UUID.fromString(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String plain = String.join(BETWEEN, order.name(), String.valueOf(place), toolId.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }
}
