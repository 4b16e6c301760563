package dev.toolverdicts.review;

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

    private static final String REVIEW = "/api/v1/tools/{slug}/reviews/{criticKey}";
    private static final String PAGE = "/tool/{slug}/reviews/{criticKey}";
    private static final String DESK = "/desk/reviews/{criticKey}";

    @Bean
    AccessRules accessRules() {
        List<AccessRule> own = List.of(
                AccessRule.reads("/api/v1/critics"),
                AccessRule.reads("/api/v1/critics/{key}"),
                AccessRule.reads("/api/v1/tools/{slug}/reviews"),
                AccessRule.reads(REVIEW),
                AccessRule.reads(REVIEW + "/revisions"),
                // Who has the voter cookie says so once for each review, and may change it.
                AccessRule.reads(REVIEW + "/helpful"),
                AccessRule.open(REVIEW + "/helpful", HttpMethod.PUT, HttpMethod.DELETE),
                AccessRule.reads(PAGE),
                AccessRule.open(PAGE + "/helpful", HttpMethod.POST),
                AccessRule.when(new OwnReview(), REVIEW, HttpMethod.PUT, HttpMethod.DELETE),
                AccessRule.scope("review:write", "/desk/reviews", HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.when(new OwnReview(), DESK, HttpMethod.GET, HttpMethod.HEAD),
                AccessRule.when(new OwnReview(), DESK + "/{slug}", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                AccessRule.when(new OwnReview(), DESK + "/{slug}/withdraw", HttpMethod.POST));
        return AccessRules.of(Stream.concat(own.stream(), OperationsRules.of("review").stream())
                .toList());
    }
}
