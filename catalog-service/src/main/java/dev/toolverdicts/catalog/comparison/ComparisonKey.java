package dev.toolverdicts.catalog.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The slugs of two to five tools as one address, `a-vs-b` or `a-vs-b-vs-c`. No slug has `vs` as
/// one of its hyphen-separated parts, so there is one reading at most.
record ComparisonKey(List<String> slugs) {

    private static final String BETWEEN = "-vs-";
    private static final int LONGEST = 80;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// Empty for what no tools can have as their address; the same tool twice is one tool.
    static Optional<ComparisonKey> parse(String key) {
        List<String> slugs = List.of(key.split(BETWEEN, -1));
        boolean readable = slugs.size() > 1 && slugs.stream().allMatch(ComparisonKey::isSlug);
        return readable && slugs.stream().distinct().count() <= Comparison.MOST_TOOLS
                ? Optional.of(new ComparisonKey(slugs))
                : Optional.empty();
    }

    private static boolean isSlug(String part) {
        return part.length() <= LONGEST
                && SHAPE.matcher(part).matches()
                && !Arrays.asList(part.split("-", -1)).contains("vs");
    }

    /// Each tool once, in the order of the bytes; slugs are ASCII.
    ComparisonKey canonical() {
        return new ComparisonKey(slugs.stream().distinct().sorted().toList());
    }

    @Override
    public String toString() {
        return String.join(BETWEEN, slugs);
    }
}
