package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What browsers and clients are told with every answer. A service that says one of these itself is not overruled.
@Component
class AnswerHeaders {

    private final Map<String, String> constant = new LinkedHashMap<>();

    AnswerHeaders(SiteSettings site) {
        constant.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
        constant.put("X-Content-Type-Options", "nosniff");
        constant.put("Referrer-Policy", "strict-origin-when-cross-origin");
        if (site.isSecure()) {
            constant.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    void addTo(HttpHeaders headers, Allowance allowance) {
        constant.forEach((name, value) -> {
            if (!headers.containsHeader(name)) {
                headers.set(name, value);
            }
        });
        if (!headers.containsHeader("RateLimit-Limit")) {
            headers.set("RateLimit-Limit", Integer.toString(allowance.limit()));
            headers.set("RateLimit-Remaining", Long.toString(allowance.remaining()));
            headers.set("RateLimit-Reset", Long.toString(allowance.resetSeconds()));
        }
    }
}
