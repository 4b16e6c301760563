package dev.toolverdicts.catalog.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Choices of an address that there are not. A page goes without them, and says so: a list that is
/// longer than was asked for would be taken for what was asked for.
final class LeftOut {

    private static final int LONGEST = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final List<String> said = new ArrayList<>();

    /// @param name what readers call the choice
    /// @param known what it stands for, null for nothing
    @Nullable
    String orNote(String name, @Nullable String asked, @Nullable String known) {
        if (known == null && asked != null && !asked.isBlank()) {
            said.add(name + " “" + shown(asked) + "”");
        }
        return known;
    }

    /// A line for the page; null when all that was asked for is there.
    @Nullable
    String line() {
        return said.isEmpty() ? null : "Left out, since nothing here is called that: " + String.join(", ", said) + ".";
    }

    private static String shown(String asked) {
        String text = CONTROL.matcher(asked).replaceAll(" ").strip();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
