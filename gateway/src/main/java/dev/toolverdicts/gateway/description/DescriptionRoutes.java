package dev.toolverdicts.gateway.description;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class DescriptionRoutes {

    @Bean
    RouterFunction<ServerResponse> openApi(Descriptions descriptions, DescriptionSettings settings) {
        return RouterFunctions.route(RequestPredicates.path(settings.prefix() + "openapi.json"), request -> {
            if (HttpMethod.OPTIONS.equals(request.method())) {
                return ServerResponse.noContent()
                        .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                        .build();
            }
            return isRead(request)
                    ? descriptions.current().flatMap(description -> answer(request, description, settings))
                    : Mono.error(new Refusal(Problem.methodNotAllowed("GET, HEAD")));
        });
    }

    private static boolean isRead(ServerRequest request) {
        return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    }

    private static Mono<ServerResponse> answer(
            ServerRequest request, Description description, DescriptionSettings settings) {
        Duration age = description.fresh() ? settings.ttl() : settings.retry();
        return request.checkNotModified(description.etag())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .eTag(description.etag())
                        .cacheControl(CacheControl.maxAge(age).cachePublic())
                        .bodyValue(description.json())));
    }
}
