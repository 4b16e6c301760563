package dev.toolverdicts.catalog.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/// @param shown for how long at most a page is shown from when its making began; none is kept with 0
/// @param memory what all of them may take, packed
@ConfigurationProperties("catalog.shared-pages")
record SharedPagesSettings(
        @Name("for") @DefaultValue("5m") Duration shown,
        @DefaultValue("16MB") DataSize memory) {

    SharedPagesSettings {
        if (shown.isNegative() || memory.isNegative()) {
            throw new IllegalArgumentException("catalog.shared-pages.for and memory must not be less than nothing");
        }
    }
}
