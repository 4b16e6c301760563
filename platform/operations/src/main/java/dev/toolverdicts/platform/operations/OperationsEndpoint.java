package dev.toolverdicts.platform.operations;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// A path of the operations API or of its pages, and the methods it has. Every service makes its access
/// rules of this one list, so that none answers to more or less than another.
///
/// @param path variables are written as `{name}`
public record OperationsEndpoint(String path, Set<HttpMethod> methods) {

    /// @param service its name in addresses, as in the settings
    public static List<OperationsEndpoint> of(String service) {
        String api = "/api/v1/operations/" + service;
        String desk = "/desk/operations/" + service;
        return List.of(
                reads(api + "/dead-letters"),
                writes(api + "/dead-letters/replay", HttpMethod.POST),
                writes(api + "/dead-letters/drop", HttpMethod.POST),
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
                writes(desk + "/dead-letters/drop", HttpMethod.POST),
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

    private static OperationsEndpoint reads(String path) {
        return new OperationsEndpoint(path, Set.of(HttpMethod.GET, HttpMethod.HEAD));
    }

    private static OperationsEndpoint writes(String path, HttpMethod method) {
        return new OperationsEndpoint(path, Set.of(method));
    }
}
