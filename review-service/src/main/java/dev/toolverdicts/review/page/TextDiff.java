package dev.toolverdicts.review.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What changed between two texts, word by word: the longest sequence of words that both have
/// stays.
final class TextDiff {

    enum Kind {
        KEPT,
        GONE,
        NEW
    }

    record Piece(Kind kind, String text) {}

    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    /// Beyond this many pairs of words the middle is told as replaced: nobody could read more
    /// anyway.
    private static final int MOST_PAIRS = 1_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Piece> pieces = new ArrayList<>();

    private TextDiff(String before, String after) {
        this.before = words(before);
        this.after = words(after);
    }

    static List<Piece> of(String before, String after) {
        return new TextDiff(before, after).compare();
    }

    /// Words keep the space behind them, the last one too: a word is the same one wherever it
    /// stands.
    private static List<String> words(String text) {
        return WORD.matcher(text.strip() + " ")
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private List<Piece> compare() {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        add(Kind.KEPT, before.subList(0, start));
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        add(Kind.KEPT, before.subList(before.size() - end, before.size()));
        return List.copyOf(pieces);
    }

    private void middle(List<String> gone, List<String> come) {
        if ((long) gone.size() * come.size() > MOST_PAIRS) {
            add(Kind.GONE, gone);
            add(Kind.NEW, come);
            return;
        }
        int[][] common = common(gone, come);
        int i = 0;
        int j = 0;
        while (i < gone.size() && j < come.size()) {
            if (gone.get(i).equals(come.get(j))) {
                add(Kind.KEPT, gone.subList(i, i + 1));
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                add(Kind.GONE, gone.subList(i, i + 1));
                i++;
            } else {
                add(Kind.NEW, come.subList(j, j + 1));
                j++;
            }
        }
        add(Kind.GONE, gone.subList(i, gone.size()));
        add(Kind.NEW, come.subList(j, come.size()));
    }

    /// How many words the ends of both texts have in common, by where the ends begin.
    private static int[][] common(List<String> gone, List<String> come) {
        int[][] common = new int[gone.size() + 1][come.size() + 1];
        for (int i = gone.size() - 1; i >= 0; i--) {
            for (int j = come.size() - 1; j >= 0; j--) {
                common[i][j] = gone.get(i).equals(come.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /// Neighbours of one kind are one piece.
    private void add(Kind kind, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String text = String.join("", words);
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
