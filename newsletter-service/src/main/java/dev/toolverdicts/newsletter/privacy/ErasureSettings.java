package dev.toolverdicts.newsletter.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param folder where the list of erasures is kept, apart from the database and from its backups;
///     none when there is no such place, and then an older database brings back whom it still has
@ConfigurationProperties("newsletter.erasures")
record ErasureSettings(@Nullable Path folder) {}
