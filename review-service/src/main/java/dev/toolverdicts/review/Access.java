package dev.toolverdicts.review;

import dev.toolverdicts.platform.web.AccessRule;
import dev.toolverdicts.platform.web.AccessRules;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Who may call what.
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String REVIEW = "/api/v1/tools/{slug}/reviews/{criticKey}";

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(List.of(
                AccessRule.reads("/api/v1/critics"),
                AccessRule.reads("/api/v1/critics/{key}"),
                AccessRule.reads("/api/v1/tools/{slug}/reviews"),
                AccessRule.reads(REVIEW),
                AccessRule.when(new OwnReview(), REVIEW, HttpMethod.PUT, HttpMethod.DELETE)));
    }
}
