package dev.toolverdicts.newsletter;

import dev.toolverdicts.platform.operations.servlet.OperationsRules;
import dev.toolverdicts.platform.web.AccessRule;
import dev.toolverdicts.platform.web.AccessRules;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Who may call what, and what the pages may load.
@Configuration(proxyBeanMethods = false)
class Access {

    static final String EDITOR = "newsletter:write";
    static final String OPERATOR = "ops";

    /// Our own stylesheet and pictures, and a form that only posts to this site; no script.
    /// What judges pages reads `/robots.txt` from within them, as it may on the catalog's.
    private static final String PAGES_LOAD =
            "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /// There the site's script marks the reader's own votes.
    private static final String WEEKLY_LOADS = PAGES_LOAD + "; script-src 'self'";

    @Bean
    AccessRules accessRules() {
        List<AccessRule> own = List.of(
                AccessRule.open("/api/v1/newsletter/subscriptions", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/subscriptions/import", HttpMethod.POST),
                AccessRule.reads("/api/v1/newsletter/issues"),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues", HttpMethod.POST),
                AccessRule.reads("/api/v1/newsletter/issues/{id}"),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}", HttpMethod.PUT),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/approve", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/schedule", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/send", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/test-send", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/pause", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/resume", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/cancel", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/retry-failed", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/figures", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/preflight", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.scope(
                        EDITOR, "/api/v1/newsletter/issues/{id}/preview.html", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/preview.txt", HttpMethod.GET, HttpMethod.HEAD),
                ledger("/api/v1/newsletter/issues/{id}/deliveries"),
                doubts("/api/v1/newsletter/issues/{id}/deliveries/{subscriberId}/resolve", HttpMethod.POST),
                // By the webhook's secret too, so the controller decides.
                AccessRule.open("/api/v1/newsletter/bounces", HttpMethod.POST),
                ledger("/desk/newsletter/{id}/deliveries"),
                ledger("/desk/newsletter/{id}/deliveries.csv"),
                doubts("/desk/newsletter/in-doubt", HttpMethod.GET, HttpMethod.HEAD),
                doubts("/desk/newsletter/{id}/deliveries/{subscriberId}/resolve", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/desk/newsletter/**", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.scope(EDITOR, "/desk/newsletter", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/issues/{id}/corrections", HttpMethod.POST),
                AccessRule.scope(EDITOR, "/api/v1/newsletter/digest", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.reads("/newsletter"),
                AccessRule.open("/newsletter/subscribe", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.reads("/api/v1/newsletter/challenge"),
                page("/newsletter/confirm"),
                page("/newsletter/unsubscribe"),
                AccessRule.reads("/newsletter/go"),
                page("/newsletter/alerts"),
                page("/newsletter/unfollow"),
                // By the subscriber's token, so the controllers decide.
                AccessRule.open("/api/v1/newsletter/follows", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.open("/api/v1/newsletter/follows/{id}", HttpMethod.DELETE),
                AccessRule.open("/api/v1/newsletter/webhooks", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.open("/api/v1/newsletter/webhooks/{id}", HttpMethod.DELETE),
                AccessRule.open("/api/v1/newsletter/webhooks/{id}/deliveries", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.open("/api/v1/newsletter/webhooks/{id}/replay", HttpMethod.POST),
                AccessRule.open("/api/v1/newsletter/webhooks/{id}/events", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.open("/api/v1/newsletter/webhooks/{id}/secret", HttpMethod.POST),
                page("/newsletter/preferences"),
                AccessRule.open("/newsletter/preferences/address", HttpMethod.POST),
                page("/newsletter/address"),
                page("/newsletter/privacy"),
                page("/newsletter/export"),
                page("/newsletter/erase"),
                AccessRule.reads("/weekly"),
                AccessRule.reads("/weekly.md"),
                AccessRule.reads("/sitemaps/weekly.xml"),
                AccessRule.reads("/weekly/{isoWeek}"),
                AccessRule.reads("/feeds/weekly.atom"),
                AccessRule.reads("/feeds/weekly.json"));
        return AccessRules.of(Stream.concat(own.stream(), OperationsRules.of("newsletter").stream())
                .toList());
    }

    /// A page whose button posts to itself.
    private static AccessRule page(String path) {
        return AccessRule.open(path, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    }

    private static AccessRule ledger(String path) {
        return AccessRule.when(new LedgerReading(), path, HttpMethod.GET, HttpMethod.HEAD);
    }

    /// Operators say what became of a message in doubt; editors too, whose the ledger is.
    private static AccessRule doubts(String path, HttpMethod... methods) {
        return AccessRule.when(
                AuthorityAuthorizationManager.hasAnyAuthority("SCOPE_" + EDITOR, "SCOPE_" + OPERATOR), path, methods);
    }

    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> pagesLoadOnlyOurOwn() {
        // The first that has something to say of an answer is heard.
        return headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        PathPatternRequestMatcher.pathPattern("/weekly/**"),
                        new ContentSecurityPolicyHeaderWriter(WEEKLY_LOADS)))
                .addHeaderWriter(new ContentSecurityPolicyHeaderWriter(PAGES_LOAD));
    }
}
