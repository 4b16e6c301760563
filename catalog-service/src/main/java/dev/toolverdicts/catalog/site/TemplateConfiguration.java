package dev.toolverdicts.catalog.site;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    /// A page is HTML at every address. Left to itself, Thymeleaf goes by the ending of the address,
    /// and the page that says that `/tool/x.json` is missing would call itself JSON.
    @Autowired
    void alwaysHtml(ThymeleafViewResolver views) {
        views.setContentType("text/html;charset=UTF-8");
        views.setForceContentType(true);
    }

    /// A page is written when it is complete: one write instead of thousands, and none that
    /// breaks off in the middle.
    @Autowired
    void completeOnly(ThymeleafViewResolver views) {
        views.setProducePartialOutputWhileProcessing(false);
    }
}
