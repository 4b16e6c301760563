package dev.toolverdicts.platform.web.description;

import dev.toolverdicts.platform.web.AccessRule;
import dev.toolverdicts.platform.web.AccessRules;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/// Describes the problems that follow from what an operation is: who may call it, what it takes,
/// whether it changes anything.
final class ProblemAnswers implements OpenApiCustomizer {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Map<HttpStatus, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry(HttpStatus.BAD_REQUEST, "Something in the input cannot be accepted; `errors` names each fault."),
            Map.entry(HttpStatus.UNAUTHORIZED, "An access token is needed, or the one that was sent is not valid."),
            Map.entry(HttpStatus.FORBIDDEN, "The token does not allow this, or another site's page asked for it."),
            Map.entry(HttpStatus.NOT_FOUND, "There is nothing at this address."),
            Map.entry(HttpStatus.NOT_ACCEPTABLE, "`Accept` names nothing that this address can give."),
            Map.entry(HttpStatus.CONFLICT, "What is there already stands in the way."),
            Map.entry(HttpStatus.GONE, "It was at this address and is not shown any more; the problem says why."),
            Map.entry(HttpStatus.PRECONDITION_FAILED, "It has changed since it was read; read it again."),
            Map.entry(HttpStatus.CONTENT_TOO_LARGE, "The body is too large."),
            Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another type than this address takes."),
            Map.entry(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "What was sent cannot be applied, or its `Idempotency-Key` came with another body before."),
            Map.entry(HttpStatus.PRECONDITION_REQUIRED, "`If-Match` must say which version the change is based on."),
            Map.entry(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; `Retry-After` says when to go on."),
            Map.entry(HttpStatus.SERVICE_UNAVAILABLE, "Not right now; trying again is safe."));

    private final AccessRules rules;

    ProblemAnswers(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        var used = new TreeSet<HttpStatus>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    describe(path, HttpMethod.valueOf(method.name()), operation);
                    used.addAll(problems(operation));
                }));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        used.forEach(status -> components.addResponses(name(status), response(status)));
        components.addSchemas(ProblemDocument.NAME, ProblemDocument.schema());
        api.setComponents(components);
    }

    private void describe(String path, HttpMethod method, Operation operation) {
        ApiResponses responses = operation.getResponses();
        if (READS.contains(method) && responses.containsKey("200")) {
            responses.computeIfAbsent("304", _ -> new ApiResponse().description("Not Modified"));
        }
        following(path, method, operation)
                .forEach(status -> responses.computeIfAbsent(code(status), _ -> reference(status)));
    }

    private Stream<HttpStatus> following(String path, HttpMethod method, Operation operation) {
        boolean write = !READS.contains(method);
        boolean open = rules.find(method, path).map(AccessRule::isOpen).orElse(false);
        List<Parameter> parameters =
                Optional.ofNullable(operation.getParameters()).orElse(List.of());
        boolean body = operation.getRequestBody() != null;
        return Stream.of(
                        when(body || !parameters.isEmpty(), HttpStatus.BAD_REQUEST),
                        Stream.of(HttpStatus.UNAUTHORIZED),
                        when(write || !open, HttpStatus.FORBIDDEN),
                        when(path.contains("{"), HttpStatus.NOT_FOUND),
                        Stream.of(HttpStatus.NOT_ACCEPTABLE),
                        when(write && hasHeader(parameters, "If-Match"), HttpStatus.PRECONDITION_FAILED),
                        when(body, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE),
                        when(hasHeader(parameters, "Idempotency-Key"), HttpStatus.UNPROCESSABLE_CONTENT),
                        Stream.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE))
                .flatMap(statuses -> statuses);
    }

    private static Stream<HttpStatus> when(boolean so, HttpStatus... statuses) {
        return so ? Stream.of(statuses) : Stream.empty();
    }

    private static boolean hasHeader(List<Parameter> parameters, String name) {
        return parameters.stream()
                .anyMatch(
                        parameter -> "header".equals(parameter.getIn()) && name.equalsIgnoreCase(parameter.getName()));
    }

    private static List<HttpStatus> problems(Operation operation) {
        return operation.getResponses().keySet().stream()
                .filter(code -> code.matches("[45][0-9]{2}"))
                .map(code -> HttpStatus.valueOf(Integer.parseInt(code)))
                .toList();
    }

    static ApiResponse reference(HttpStatus status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }

    private static String code(HttpStatus status) {
        return Integer.toString(status.value());
    }

    private static ApiResponse response(HttpStatus status) {
        return new ApiResponse()
                .description(DESCRIPTIONS.getOrDefault(status, status.getReasonPhrase()))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + ProblemDocument.NAME))));
    }
}
