package dev.toolverdicts.localstack.sbom;

import java.util.Set;

/// A library of one version.
///
/// @param purl its package URL, without qualifiers
/// @param images which have it
record Component(String purl, Set<String> images) {

    Component {
        images = Set.copyOf(images);
    }

    /// `group:name version`, as people say it.
    String title() {
        String[] parts = purl.substring(purl.indexOf('/') + 1).split("@", 2);
        return parts[0].replace('/', ':') + (parts.length == 2 ? " " + parts[1] : "");
    }
}
