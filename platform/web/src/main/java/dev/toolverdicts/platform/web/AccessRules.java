package dev.toolverdicts.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every endpoint of a service with who may call it; what no rule names does not exist for a caller. A service has one
/// bean of this type.
public final class AccessRules {

    /// What every service has besides its own.
    private static final List<AccessRule> COMMON = List.of(
            AccessRule.reads("/v3/api-docs"),
            AccessRule.reads("/v3/api-docs.yaml"),
            AccessRule.reads("/actuator/health/**"),
            AccessRule.scope("ops", "/actuator/**", HttpMethod.values()),
            // Asked for directly it has no error to tell of and answers 404.
            AccessRule.open("/error", HttpMethod.values()));

    private final List<AccessRule> rules;

    private AccessRules(List<AccessRule> rules) {
        this.rules = rules;
    }

    /// @param own the service's own rules; the first that matches a request decides
    public static AccessRules of(Collection<AccessRule> own) {
        return new AccessRules(Stream.concat(own.stream(), COMMON.stream()).toList());
    }

    List<AccessRule> rules() {
        return rules;
    }

    /// @param template a path whose variables are written as `{name}`
    public Optional<AccessRule> find(HttpMethod method, String template) {
        return rules.stream().filter(rule -> rule.covers(method, template)).findFirst();
    }

    boolean name(HttpServletRequest request) {
        return rules.stream().anyMatch(rule -> rule.endpoint().matches(request));
    }

    /// The methods that the rules have for a path; empty when there is nothing at all.
    List<HttpMethod> methodsAt(HttpServletRequest request) {
        return rules.stream()
                .filter(rule -> rule.path().matches(request))
                .flatMap(rule -> rule.methods().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The endpoints no rule names, as `METHOD /path`; a service that has one refuses to start.
    public List<String> unnamed(Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(this::unnamed)
                .distinct()
                .sorted()
                .toList();
    }

    /// Every endpoint there is, as `METHOD /path`; `*` stands for any method, and who may GET may HEAD.
    public static List<String> mapped(Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessRules::mapped)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> mapped(RequestMappingInfo mapping) {
        Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
        List<String> methods = declared.isEmpty()
                ? List.of("*")
                : declared.stream()
                        .filter(method -> method != RequestMethod.HEAD)
                        .map(RequestMethod::name)
                        .toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    private Stream<String> unnamed(RequestMappingInfo mapping) {
        Set<HttpMethod> methods = methods(mapping);
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream()
                        .filter(method -> find(method, path).isEmpty())
                        .map(method -> method + " " + path));
    }

    /// A mapping that names no method takes all of them.
    private static Set<HttpMethod> methods(RequestMappingInfo mapping) {
        Set<HttpMethod> declared = mapping.getMethodsCondition().getMethods().stream()
                .map(method -> HttpMethod.valueOf(method.name()))
                .collect(Collectors.toSet());
        return declared.isEmpty() ? Set.copyOf(Arrays.asList(HttpMethod.values())) : declared;
    }
}
