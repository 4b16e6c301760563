package dev.toolverdicts.catalog.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a fact of a tool changed.
///
/// @param id of the change among those of its tool; not part of the JSON
/// @param kind `price`, `license` or `status`
/// @param sourceUrl where the new value was read; null when nobody has named a place
/// @param at when the catalog learned of it
public record FactChange(
        @JsonIgnore String id,
        String kind,
        FactValue old,
        @JsonProperty("new") FactValue next,
        @Nullable String sourceUrl,
        Instant at) {}
