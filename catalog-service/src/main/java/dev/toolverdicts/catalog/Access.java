package dev.toolverdicts.catalog;

import dev.toolverdicts.platform.operations.servlet.OperationsRules;
import dev.toolverdicts.platform.web.AccessRule;
import dev.toolverdicts.platform.web.AccessRules;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Who may call what.
@Configuration(proxyBeanMethods = false)
class Access {

    private static final List<AccessRule> EDITORS = List.of(
            AccessRule.scope("catalog:write", "/api/v1/tools", HttpMethod.POST),
            AccessRule.scope("catalog:write", "/api/v1/tools/{slug}", HttpMethod.PUT),
            AccessRule.scope(
                    "catalog:write",
                    "/api/v1/tools/{slug}/take-down",
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.PUT,
                    HttpMethod.DELETE),
            AccessRule.scope(
                    "catalog:write", "/api/v1/tools/{slug}/releases/{label}", HttpMethod.PUT, HttpMethod.DELETE),
            AccessRule.scope("catalog:write", "/api/v1/news/{key}", HttpMethod.PUT, HttpMethod.DELETE),
            AccessRule.scope("catalog:write", "/desk/tools/{slug}/releases", HttpMethod.POST),
            AccessRule.scope("catalog:write", "/desk/tools/{slug}/releases/remove", HttpMethod.POST),
            AccessRule.scope("catalog:write", "/desk/tools/{slug}/take-down", HttpMethod.POST),
            AccessRule.scope("catalog:write", "/desk/tools/{slug}/bring-back", HttpMethod.POST),
            AccessRule.scope("catalog:write", "/desk/tools", HttpMethod.GET, HttpMethod.HEAD),
            AccessRule.scope("catalog:write", "/desk/tools/{slug}", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST));

    private static final List<String> READ_BY_ALL = List.of(
            "/api/v1/tools",
            "/api/v1/tools/{slug}",
            "/api/v1/tools/{slug}/alternatives",
            "/api/v1/tools/{slug}/assignment",
            "/api/v1/tools/{slug}/history",
            "/api/v1/tools/{slug}/releases",
            "/api/v1/news",
            "/api/v1/news/{key}",
            "/api/v1/critics/{key}/statistics",
            "/api/v1/search",
            "/api/v1/categories",
            "/api/v1/comparisons/{pair}",
            "/",
            "/search",
            "/tool/{slug}",
            "/tool/{slug}/alternatives",
            "/compare",
            "/compare/{pair}",
            "/category/{key}",
            "/category/{key}/alternatives",
            "/panel",
            "/reviewer/{key}",
            "/api/v1/leaderboards",
            "/api/v1/leaderboards/{period}",
            "/api/v1/leaderboards/{period}/{key}",
            "/leaderboard",
            "/leaderboard/{period}",
            "/leaderboard/{period}/{key}",
            "/badge/{badge}",
            "/feeds",
            "/feeds/{feed}",
            "/feeds/category/{feed}",
            "/feeds/critic/{feed}",
            "/og/{picture}",
            "/og/tool/{picture}",
            "/og/compare/{picture}",
            "/developers",
            "/privacy",
            "/terms",
            "/contact",
            "/dataset",
            "/dataset/index.json",
            "/dataset/{day}/catalog/SHA256SUMS",
            "/dataset/{day}/catalog/{file}",
            "/sitemap.xml",
            "/sitemaps/{part}",
            "/robots.txt",
            "/llms.txt",
            "/favicon.ico",
            "/assets/**");

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(Stream.of(
                        EDITORS.stream(),
                        READ_BY_ALL.stream().map(AccessRule::reads),
                        // A question in a body: it changes nothing.
                        Stream.of(
                                AccessRule.open("/mcp", HttpMethod.POST),
                                // Not by HEAD: it would not end.
                                AccessRule.open("/api/v1/changes/stream", HttpMethod.GET)),
                        OperationsRules.of("catalog").stream())
                .flatMap(rules -> rules)
                .toList());
    }
}
