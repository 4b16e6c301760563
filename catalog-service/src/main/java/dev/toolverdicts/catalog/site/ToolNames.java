package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.search.Findings;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the tool that somebody means by a name. A search also finds what only speaks of the words;
/// whoever names a tool does not mean that.
record ToolNames(PageQueries pages) {

    private static final int LOOKED_AT = 24;
    private static final int NEAR = 5;
    private static final int LONGEST = 200;
    private static final int SHORTEST_THAT_ERRS = 4;
    private static final int LETTERS_PER_SLIP = 3;
    private static final Pattern BESIDE_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// What nobody can have typed is not looked for.
    static String typed(@Nullable String words) {
        return words == null
                        || words.codePointCount(0, words.length()) > LONGEST
                        || words.chars().anyMatch(Character::isISOControl)
                ? ""
                : words.strip();
    }

    /// The best match whose name is these words, but for slips.
    Optional<ToolCard> find(String words) {
        CardFilter filter = CardFilter.ofWords(words, LOOKED_AT);
        return filter.q() == null
                ? Optional.empty()
                : pages.tools(filter).cards().stream()
                        .filter(tool -> isMeant(words, tool.name()))
                        .findFirst();
    }

    /// What may have been meant by a name that no tool has.
    List<NearName> near(String words) {
        CardFilter filter = CardFilter.ofWords(words, NEAR);
        if (filter.q() == null) {
            return List.of();
        }
        Findings found = pages.search(filter);
        return found.page().cards().isEmpty()
                ? found.nearest()
                : found.page().cards().stream()
                        .map(tool -> new NearName(tool.slug(), tool.name()))
                        .toList();
    }

    /// Whether a part of the name is what was typed, with a slip in every three letters at most.
    /// Three letters alone are a slip away from too much else.
    static boolean isMeant(String words, String name) {
        String typed = letters(words);
        int forgiven = typed.length() < SHORTEST_THAT_ERRS ? 0 : typed.length() / LETTERS_PER_SLIP;
        return !typed.isEmpty() && slips(typed, letters(name)) <= forgiven;
    }

    private static String letters(String text) {
        return BESIDE_LETTERS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// The fewest letters to change until what was typed stands somewhere in the name. To begin
    /// anywhere costs nothing, so the first row is zero.
    private static int slips(String typed, String name) {
        int[] above = new int[name.length() + 1];
        for (int at = 1; at <= typed.length(); at++) {
            int[] row = new int[name.length() + 1];
            row[0] = at;
            for (int in = 1; in <= name.length(); in++) {
                int changed = typed.charAt(at - 1) == name.charAt(in - 1) ? 0 : 1;
                row[in] = Math.min(above[in - 1] + changed, Math.min(above[in], row[in - 1]) + 1);
            }
            above = row;
        }
        return Arrays.stream(above).min().orElseThrow();
    }
}
