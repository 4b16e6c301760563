package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// A tool that could be used in another one's place, with what the rule goes by.
///
/// @param sharedTags in the order of the letters, without capitals and accents
/// @param openedTogether in how many minutes of the last three months visitors opened the
///     comparison of the two
public record Alternative(ToolCard tool, boolean sameCategory, List<String> sharedTags, long openedTogether) {

    public static final String RULE = "Tools of the same category, and those of others that share two tags or more. "
            + "First by the number of tags they share, then by how often visitors opened the two side by side in the "
            + "last three months, where a minute counts once, then by the panel's share of ships, the community's votes "
            + "and age. Discontinued tools are left out.";
}
