package dev.toolverdicts.platform.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/// Describes the answers that a handler names with [Answers].
final class NamedAnswers implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Answers named = handler.getMethodAnnotation(Answers.class);
        if (named != null) {
            replace(operation, named.value());
        }
        return operation;
    }

    private static void replace(Operation operation, int[] statuses) {
        Content body = Optional.ofNullable(operation.getResponses())
                .map(known -> known.get("200"))
                .map(ApiResponse::getContent)
                .orElse(null);
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        if (Arrays.stream(statuses).anyMatch(status -> status / 100 == 2)) {
            responses.remove("200");
        }
        for (int status : statuses) {
            responses.addApiResponse(Integer.toString(status), answer(HttpStatus.valueOf(status), body));
        }
        operation.setResponses(responses);
    }

    private static ApiResponse answer(HttpStatus status, @Nullable Content body) {
        if (status.isError()) {
            return ProblemAnswers.reference(status);
        }
        ApiResponse answer = new ApiResponse().description(status.getReasonPhrase());
        if (status.is2xxSuccessful() && status != HttpStatus.NO_CONTENT) {
            answer.setContent(body);
        }
        if (status == HttpStatus.CREATED || status.is3xxRedirection()) {
            answer.addHeaderObject(
                    HttpHeaders.LOCATION, new Header().schema(new StringSchema().format("uri-reference")));
        }
        return answer;
    }
}
