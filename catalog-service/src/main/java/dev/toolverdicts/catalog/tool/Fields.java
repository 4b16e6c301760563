package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads values out of a JSON body and gathers everything that is wrong with them. What a faulty field
/// gives is only there to read on with.
final class Fields {

    private static final BigDecimal HIGHEST = new BigDecimal("1000000000");
    private static final int MOST_PLACES = 30;
    private static final int EARLIEST_YEAR = 1970;
    private static final Set<String> WEB = Set.of("http", "https");

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    /// @throws InvalidInput when the body is no object
    Fields(JsonNode body) {
        if (!body.isObject()) {
            throw InvalidInput.of("", "must be an object");
        }
        this.body = body;
    }

    void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    /// @throws InvalidInput when there was any fault
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    boolean isMissing(String pointer) {
        JsonNode value = body.at(pointer);
        return value.isMissingNode() || value.isNull();
    }

    boolean isObject(String pointer) {
        boolean isObject = body.at(pointer).isObject();
        if (!isObject) {
            fault(pointer, "must be an object");
        }
        return isObject;
    }

    /// Whether it says so; whatever else it says is a fault.
    boolean isTrue(String pointer) {
        JsonNode value = body.at(pointer);
        if (!isMissing(pointer) && !value.isBoolean()) {
            fault(pointer, "must be true or false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    /// One line.
    String text(String pointer, int longest) {
        return checked(pointer, longest, false);
    }

    /// One line, or null.
    @Nullable
    String textOrNull(String pointer, int longest) {
        return isMissing(pointer) ? null : checked(pointer, longest, false);
    }

    /// Lines and paragraphs.
    String prose(String pointer, int longest) {
        return checked(pointer, longest, true);
    }

    private String checked(String pointer, int longest, boolean lines) {
        JsonNode value = body.at(pointer);
        if (!value.isString() || value.stringValue().isBlank()) {
            fault(pointer, "must be a text and not blank");
            return "";
        }
        String text = value.stringValue().strip();
        if (lines) {
            text = text.replace("\r\n", "\n");
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            fault(pointer, "must have at most %d characters and has %d".formatted(longest, length));
        } else if (text.codePoints().anyMatch(character -> Characters.isForbidden(character, lines))) {
            fault(pointer, "must not hold control characters or broken characters");
        }
        return text;
    }

    List<String> texts(String pointer, int most, int longest) {
        JsonNode values = body.at(pointer);
        if (isMissing(pointer)) {
            return List.of();
        }
        if (!values.isArray() || values.size() > most) {
            fault(pointer, "must be a list of at most %d texts".formatted(most));
            return List.of();
        }
        var read = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            read.add(text(pointer + "/" + i, longest));
        }
        return read.stream().distinct().toList();
    }

    /// The places of a list's items.
    List<String> pointers(String pointer, int most) {
        JsonNode values = body.at(pointer);
        if (isMissing(pointer)) {
            return List.of();
        }
        if (!values.isArray() || values.size() > most) {
            fault(pointer, "must be a list of at most %d".formatted(most));
            return List.of();
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> pointer + "/" + i)
                .toList();
    }

    String word(String pointer, Set<String> words) {
        JsonNode value = body.at(pointer);
        if (!value.isString() || !words.contains(value.stringValue())) {
            fault(
                    pointer,
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList()));
            return "";
        }
        return value.stringValue();
    }

    @Nullable
    BigDecimal amountOrNull(String pointer) {
        if (isMissing(pointer)) {
            return null;
        }
        JsonNode number = body.at(pointer);
        Optional<BigDecimal> amount =
                number.isNumber() ? number.decimalValueOpt().filter(Fields::isAmount) : Optional.empty();
        if (amount.isEmpty()) {
            fault(pointer, "must be a number from 0 to a billion with at most six decimals");
            return null;
        }
        return amount.get().scale() < 0 ? amount.get().setScale(0) : amount.get();
    }

    /// How it is written counts too: 0E-999999999 is zero, but no database keeps it.
    private static boolean isAmount(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(HIGHEST) < 0
                && Math.abs(value.scale()) <= MOST_PLACES
                && value.stripTrailingZeros().scale() <= 6;
    }

    Instant timeOr(String pointer, Instant otherwise) {
        if (isMissing(pointer)) {
            return otherwise;
        }
        JsonNode time = body.at(pointer);
        try {
            return Instant.parse(time.isString() ? time.stringValue() : "");
        } catch (DateTimeParseException e) {
            fault(pointer, "must be a time such as 2026-11-23T22:00:00Z");
            return otherwise;
        }
    }

    /// A day that has begun somewhere.
    LocalDate pastDay(String pointer, Instant now) {
        LocalDate latest = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        LocalDate day = day(body.at(pointer));
        if (day == null || day.isAfter(latest) || day.getYear() < EARLIEST_YEAR) {
            fault(pointer, "must be a day such as 2026-11-23, from 1970 to today");
            return latest;
        }
        return day;
    }

    private static @Nullable LocalDate day(JsonNode value) {
        try {
            return LocalDate.parse(value.isString() ? value.stringValue() : "");
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    @Nullable
    String webAddressOrNull(String pointer, int longest) {
        String address = textOrNull(pointer, longest);
        if (address != null && !address.isEmpty() && !isWebAddress(address)) {
            fault(pointer, "must be an address with http or https and without a user name");
        }
        return address;
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = new URI(address);
            return WEB.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
