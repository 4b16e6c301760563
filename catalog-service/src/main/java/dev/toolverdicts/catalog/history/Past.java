package dev.toolverdicts.catalog.history;

import java.util.List;

/// What happened to a tool, the latest of each kind first.
///
/// @param changes of all facts
/// @param prices those of its price alone
public record Past(List<FactChange> changes, List<FactChange> prices, List<Release> releases, List<NewsItem> news) {

    public static final Past NONE = new Past(List.of(), List.of(), List.of(), List.of());
}
