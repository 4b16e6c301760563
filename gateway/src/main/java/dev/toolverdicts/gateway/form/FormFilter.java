package dev.toolverdicts.gateway.form;

import dev.toolverdicts.gateway.copies.KeptBody;
import dev.toolverdicts.gateway.problem.ErrorPage;
import dev.toolverdicts.gateway.problem.KeptForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Reads the forms that are to come back to whoever sent them. Bodies are small here: the door has
/// looked.
@Component
class FormFilter implements GlobalFilter, Ordered {

    private final Map<String, FormSettings.Form> forms;

    FormFilter(FormSettings settings) {
        this.forms = settings.forms().stream()
                .collect(Collectors.toUnmodifiableMap(FormSettings.Form::address, Function.identity()));
    }

    /// Before a copy is looked for: afterwards the body is on its way.
    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        FormSettings.@Nullable Form form = asked(exchange.getRequest());
        if (form == null) {
            return chain.filter(exchange);
        }
        return KeptBody.of(exchange).flatMap(kept -> {
            KeptBody.textOf(kept.getRequest())
                    .flatMap(body -> filledIn(form, body))
                    .ifPresent(it -> it.keepWith(kept));
            return chain.filter(kept);
        });
    }

    private FormSettings.@Nullable Form asked(ServerHttpRequest request) {
        boolean isForm = HttpMethod.POST.equals(request.getMethod()) && isUrlEncoded(request);
        return isForm && ErrorPage.isPreferred(request)
                ? forms.get(request.getPath().pathWithinApplication().value())
                : null;
    }

    private static boolean isUrlEncoded(ServerHttpRequest request) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
                    request.getHeaders().getContentType());
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static Optional<KeptForm> filledIn(FormSettings.Form form, String body) {
        Map<String, String> fields = FormFields.of(body);
        Map<String, String> hidden = new LinkedHashMap<>();
        form.hidden().stream().filter(fields::containsKey).forEach(name -> hidden.put(name, fields.get(name)));
        return Optional.ofNullable(fields.get(form.field()))
                .map(typed -> new KeptForm(
                        form.address(),
                        form.field(),
                        form.label(),
                        form.type(),
                        typed,
                        hidden,
                        form.button(),
                        form.advice()));
    }
}
