package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Where a page of cards ended: the order it was read in, the last card's place in that order, and its id.
///
/// @param now the moment the first page was read, in seconds: places that fall with time are all taken at it
record CardCursor(Sort sort, double now, double place, UUID toolId) {

    private static final String BETWEEN = "~";

    /// Empty when it is not one of ours for this order.
    static Optional<CardCursor> parse(String cursor, Sort sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(BETWEEN, -1);
            return parts.length == 4 && Sort.valueOf(parts[0]) == sort
                    ? Optional.of(new CardCursor(
                            sort,
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            UUID.fromString(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String plain = String.join(BETWEEN, sort.name(), String.valueOf(now), String.valueOf(place), toolId.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }
}
