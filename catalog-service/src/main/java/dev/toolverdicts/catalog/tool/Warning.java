package dev.toolverdicts.catalog.tool;

import java.util.List;

/// Something about a write that was done all the same.
///
/// @param pointer to the field that it is about
/// @param existing the paths of the tools that it is about
record Warning(String pointer, String detail, List<String> existing) {

    static List<Warning> ofDomain(List<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "/websiteUrl",
                        "Other tools have the same domain. If one of them is this product, add a release to it instead.",
                        slugs.stream().map(slug -> "/api/v1/tools/" + slug).toList()));
    }
}
