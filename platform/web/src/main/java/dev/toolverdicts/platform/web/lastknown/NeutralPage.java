package dev.toolverdicts.platform.web.lastknown;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes a page that was just answered once more, as a stranger would see it.
final class NeutralPage {

    private final Supplier<List<ViewResolver>> resolvers;

    NeutralPage(Supplier<List<ViewResolver>> resolvers) {
        this.resolvers = resolvers;
    }

    /// @return null where nothing may be kept
    @Nullable
    String of(HttpServletRequest request, HttpServletResponse response, @Nullable ModelAndView answered)
            throws Exception {
        if (request.getAttribute(LastKnownPages.NEUTRAL_HTML) instanceof Supplier<?> html) {
            return String.valueOf(html.get());
        }
        if (answered == null || answered.wasCleared() || !isPage(response)) {
            return null;
        }
        Map<String, Object> model = new HashMap<>(answered.getModel());
        if (model.remove(LastKnownPages.NEUTRAL) instanceof Supplier<?> strangers) {
            ((Map<?, ?>) strangers.get()).forEach((name, value) -> model.put(String.valueOf(name), value));
        } else if (isSomebodys(response)) {
            return null;
        }
        View view = view(answered, RequestContextUtils.getLocale(request));
        if (view == null) {
            return null;
        }
        var captured = new CapturedResponse(response);
        view.render(model, request, captured);
        return captured.text();
    }

    private @Nullable View view(ModelAndView answered, Locale locale) throws Exception {
        if (answered.getView() != null) {
            return answered.getView();
        }
        String name = answered.getViewName();
        if (name == null) {
            return null;
        }
        for (ViewResolver resolver : resolvers.get()) {
            View view = resolver.resolveViewName(name, locale);
            if (view != null) {
                return view;
            }
        }
        return null;
    }

    private static boolean isPage(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && type.startsWith("text/html");
    }

    private static boolean isSomebodys(HttpServletResponse response) {
        String control = String.join(",", response.getHeaders(HttpHeaders.CACHE_CONTROL));
        return control.contains("private")
                || control.contains("no-store")
                || response.getHeader(HttpHeaders.SET_COOKIE) != null;
    }
}
