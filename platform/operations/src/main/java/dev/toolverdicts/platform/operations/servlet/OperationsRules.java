package dev.toolverdicts.platform.operations.servlet;

import dev.toolverdicts.platform.operations.OperationsEndpoint;
import dev.toolverdicts.platform.web.AccessRule;
import java.util.List;
import org.springframework.http.HttpMethod;

/// Who may call the operations API and its pages: operators alone.
public final class OperationsRules {

    private static final String OPERATOR = "ops";

    private OperationsRules() {}

    /// @param service its name in addresses, as in the settings
    public static List<AccessRule> of(String service) {
        return OperationsEndpoint.of(service).stream()
                .map(endpoint -> AccessRule.scope(
                        OPERATOR, endpoint.path(), endpoint.methods().toArray(HttpMethod[]::new)))
                .toList();
    }
}
