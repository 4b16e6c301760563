package dev.toolverdicts.vote.myvotes;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param folder where the list of deletions is kept, apart from log and database and from their
///     backups; none when there is no such place, and then an older log brings votes back
@ConfigurationProperties("vote.deletions")
record DeletionSettings(@Nullable Path folder) {}
