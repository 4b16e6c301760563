package dev.toolverdicts.catalog.shared;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Answers in the handler's place where there is a page. By then the request is routed, so it is
/// measured and traced as the others are.
final class SharedPageInterceptor implements HandlerInterceptor {

    static final String LOOK = SharedPageInterceptor.class.getName() + ".look";

    private final SharedPages pages;
    private final OpenedPairs opened;

    SharedPageInterceptor(SharedPages pages, OpenedPairs opened) {
        this.pages = pages;
        this.opened = opened;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(MadeOnce.class)
                || !(request.getAttribute(LOOK) instanceof Look look)) {
            return true;
        }
        SharedPage page = pages.find(look);
        if (page == null) {
            return true;
        }
        opened.shown(page.tools(), request);
        response.setLocale(RequestContextUtils.getLocale(request)); // as a view does
        page.answer(response);
        return false;
    }
}
