package dev.toolverdicts.catalog.card;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody looks for, word by word.
///
/// @param words at most eight; what eight words do not narrow down, more will not
record SearchWords(List<String> words) {

    private static final int MOST = 8;
    private static final int SHORTEST_THAT_ERRS = 4;
    private static final int LONGEST_THAT_ERRS = 30;
    private static final int MOST_SPELLINGS = 40;
    // Signs that control something belong to no word, and PostgreSQL cannot store all of them.
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern THREE_SIGNS = Pattern.compile("[A-Za-z0-9]{3}");

    static SearchWords of(String q) {
        return new SearchWords(BETWEEN.splitAsStream(q)
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList());
    }

    String text() {
        return String.join(" ", words);
    }

    @Nullable
    String textOrNull() {
        return words.isEmpty() ? null : text();
    }

    /// Whether an index of trigrams can lead to a word. In the locale C it knows the signs of ASCII
    /// alone; without any it would be read from end to end, which takes longer than to read the
    /// table.
    static boolean hasTrigram(String word) {
        return THREE_SIGNS
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .find();
    }

    /// Whether a word may be misspelt. Short ones are close to too many others, long ones are none,
    /// and whoever types a number means that one.
    static boolean mayErr(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters >= SHORTEST_THAT_ERRS
                && letters <= LONGEST_THAT_ERRS
                && word.codePoints().allMatch(Character::isLetter)
                && hasTrigram(word);
    }

    /// The word with every two neighbours in each other's place, with blanks between. Trigrams do
    /// not see this commonest of slips: it spoils four of them at once.
    static String swapped(String word) {
        int[] letters = word.codePoints().toArray();
        return IntStream.range(1, letters.length)
                .mapToObj(at -> swapped(letters, at))
                .filter(other -> !other.equals(word))
                .collect(Collectors.joining(" "));
    }

    /// What may have been meant: the words as they are, and with two neighbours of one of them in each
    /// other's place.
    List<String> spellings() {
        return Stream.concat(
                        Stream.of(text()),
                        IntStream.range(0, words.size())
                                .filter(at -> mayErr(words.get(at)))
                                .boxed()
                                .flatMap(this::spelledOtherwise))
                .limit(MOST_SPELLINGS)
                .toList();
    }

    private Stream<String> spelledOtherwise(int at) {
        return BETWEEN.splitAsStream(swapped(words.get(at)))
                .filter(other -> !other.isEmpty())
                .map(other -> String.join(
                        " ",
                        IntStream.range(0, words.size())
                                .mapToObj(each -> each == at ? other : words.get(each))
                                .toList()));
    }

    private static String swapped(int[] letters, int at) {
        int[] other = letters.clone();
        other[at - 1] = letters[at];
        other[at] = letters[at - 1];
        return new String(other, 0, other.length);
    }
}
