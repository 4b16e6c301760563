package dev.toolverdicts.platform.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param largeLimit the largest body on the paths that take whole files
/// @param largePaths these paths; their bodies are not held in memory here
/// @param crossSiteAllowed paths that another site's page may post to, because something in the request itself is the
///     authority
@ConfigurationProperties("inbound")
record InboundSettings(
        @DefaultValue("32MB") DataSize largeLimit,
        @DefaultValue Set<String> largePaths,
        @DefaultValue Set<String> crossSiteAllowed) {}
