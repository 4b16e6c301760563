package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.InvalidEmail;
import dev.toolverdicts.newsletter.subscriber.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/// Where the columns of a file are, and how a row is read. `email` is needed, `topics` (keys, with blanks between
/// them) and `source` may be there; others are refused, because what is silently left out is missed later.
final class Columns {

    private static final Set<String> KNOWN = Set.of("email", "topics", "source");
    /// What a spreadsheet takes for the start of a formula, and what one writes before it to say that it is none.
    private static final String FORMULA = "=+-@\t\r";

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = names;
    }

    static Columns of(CSVRecord header) {
        List<String> names = header.stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains("email")) {
            throw new UnreadableFile(1, "the header must name a column email");
        }
        if (!KNOWN.containsAll(names)) {
            throw new UnreadableFile(1, "the header may name the columns email, topics and source, and no other");
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw new UnreadableFile(1, "the header names a column twice");
        }
        return new Columns(names);
    }

    Line read(long number, CSVRecord row) {
        if (row.size() != names.size()) {
            return new Line.Fault(
                    number, "", "has %d fields where the header has %d".formatted(row.size(), names.size()));
        }
        for (String name : names) {
            if (isFormula(cell(row, name))) {
                return new Line.Fault(number, name, "begins as a formula does");
            }
        }
        return wish(number, row);
    }

    private Line wish(long number, CSVRecord row) {
        List<String> topics = Stream.of(cell(row, "topics").split(" +"))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        if (topics.size() > Subscription.MOST_TOPICS || !topics.stream().allMatch(Subscription::isTopic)) {
            return new Line.Fault(number, "topics", "must be keys of lower-case words joined by hyphens, at most 20");
        }
        String source = cell(row, "source");
        if (!source.isEmpty() && !Subscription.isSource(source)) {
            return new Line.Fault(number, "source", "must be up to 200 letters, digits and any of / _ . : -");
        }
        try {
            return new Line.Wish(
                    number,
                    new Subscription(
                            EmailAddress.typed(cell(row, "email")), topics, source.isEmpty() ? "import" : source));
        } catch (InvalidEmail wrong) {
            return new Line.Fault(number, "email", String.valueOf(wrong.getMessage()));
        }
    }

    private String cell(CSVRecord row, String name) {
        int at = names.indexOf(name);
        return at < 0 ? "" : row.get(at);
    }

    private static boolean isFormula(String cell) {
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
