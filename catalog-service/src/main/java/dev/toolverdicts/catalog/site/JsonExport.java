package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Comparison;
import java.time.Instant;
import java.util.List;

/// A comparison as the API has it, with where it stands and where it comes from.
record JsonExport(String address, Instant asOf, List<Source> sources, Comparison comparison) {}
