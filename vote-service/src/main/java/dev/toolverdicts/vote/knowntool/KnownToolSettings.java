package dev.toolverdicts.vote.knowntool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param patience how long a request waits for a tool that is not known yet
@ConfigurationProperties("vote.known-tool")
record KnownToolSettings(@DefaultValue("2s") Duration patience) {}
