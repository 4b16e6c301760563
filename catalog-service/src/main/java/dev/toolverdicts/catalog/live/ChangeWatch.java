package dev.toolverdicts.catalog.live;

import org.jspecify.annotations.Nullable;

/// Is told of every change before the readers of the stream are, and of tallies, which they are not
/// told.
public interface ChangeWatch {

    /// @param kind one word
    /// @param slug of the tool it is about; null when it is about no single one
    void heard(String kind, @Nullable String slug);

    /// @param everything false from when changes may go by unheard; true when all that follow are heard
    void hears(boolean everything);
}
