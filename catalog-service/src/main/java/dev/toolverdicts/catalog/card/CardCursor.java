package dev.toolverdicts.catalog.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Where a page of cards ended: the order it was read in and the last card's place in it.
///
/// @param low and `created`: what goes on where places are equal, 0 where an order has no such thing
/// @param key the last card's slug when the order ends with slugs, else its id
record CardCursor(Sort sort, double place, double low, double created, String key) {

    private static final String BETWEEN = "~";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    /// Empty when it is not one of ours for this order.
    static Optional<CardCursor> parse(String cursor, Sort sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(BETWEEN, -1);
            return parts.length == 5 && Sort.valueOf(parts[0]) == sort && isKey(parts[4], sort)
                    ? Optional.of(new CardCursor(
                            sort,
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isKey(String key, Sort sort) {
        return sort == Sort.TRENDING
                ? SLUG.matcher(key).matches()
                : UUID.fromString(key).toString().equals(key);
    }

    @Override
    public String toString() {
        String plain = String.join(
                BETWEEN, sort.name(), String.valueOf(place), String.valueOf(low), String.valueOf(created), key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }
}
