package dev.toolverdicts.platform.web.lastknown;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param pages patterns of addresses whose pages everybody may read and that are made from the
///     database; no other page is kept
/// @param memory what they may take, packed; nothing is kept with 0
/// @param renewAfter how old a kept page is before the next look at it makes another
/// @param silence how long a statement that such a page waits for may go without a word of the database;
///     less than the gateway waits before it asks another copy
@ConfigurationProperties("last-known")
record LastKnownSettings(
        @DefaultValue List<String> pages,
        @DefaultValue("16MB") DataSize memory,
        @DefaultValue("10s") Duration renewAfter,
        @DefaultValue("2s") Duration silence) {}
