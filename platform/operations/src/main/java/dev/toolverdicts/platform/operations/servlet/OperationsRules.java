package dev.toolverdicts.platform.operations.servlet;

import dev.toolverdicts.platform.web.AccessRule;
import java.util.List;
import org.springframework.http.HttpMethod;

/// Who may call the operations API and its pages: operators alone.
public final class OperationsRules {

    private static final String OPERATOR = "ops";

    private OperationsRules() {}

    /// @param service its name in addresses, as in the settings
    public static List<AccessRule> of(String service) {
        String api = "/api/v1/operations/" + service;
        String desk = "/desk/operations/" + service;
        return List.of(
                reads(api + "/dead-letters"),
                writes(api + "/dead-letters/replay", HttpMethod.POST),
                reads(api + "/dead-letters/{id}"),
                reads(api + "/dead-letters/{id}/value"),
                writes(api + "/dead-letters/{id}/replay", HttpMethod.POST),
                writes(api + "/dead-letters/{id}/drop", HttpMethod.POST),
                writes(api + "/dead-letters/{id}/note", HttpMethod.PUT),
                reads(api + "/switches"),
                writes(api + "/switches/{name}", HttpMethod.PUT),
                reads(api + "/audit"),
                reads(api + "/rebuilds"),
                writes(api + "/rebuilds/{projection}", HttpMethod.POST),
                writes(api + "/rebuilds/{projection}/abandon", HttpMethod.POST),
                reads(desk),
                reads(desk + "/dead-letters"),
                writes(desk + "/dead-letters/replay", HttpMethod.POST),
                reads(desk + "/dead-letters/{id}"),
                reads(desk + "/dead-letters/{id}/value"),
                writes(desk + "/dead-letters/{id}/replay", HttpMethod.POST),
                writes(desk + "/dead-letters/{id}/drop", HttpMethod.POST),
                writes(desk + "/dead-letters/{id}/note", HttpMethod.POST),
                writes(desk + "/switches/{name}", HttpMethod.POST),
                writes(desk + "/rebuilds/{projection}", HttpMethod.POST),
                writes(desk + "/rebuilds/{projection}/abandon", HttpMethod.POST),
                reads(desk + "/audit"));
    }

    private static AccessRule reads(String path) {
        return AccessRule.scope(OPERATOR, path, HttpMethod.GET, HttpMethod.HEAD);
    }

    private static AccessRule writes(String path, HttpMethod method) {
        return AccessRule.scope(OPERATOR, path, method);
    }
}
