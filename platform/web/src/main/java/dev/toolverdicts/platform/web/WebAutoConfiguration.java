package dev.toolverdicts.platform.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP edge of a service: problem documents for whatever goes wrong, limits on what comes in, entity tags.
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({SiteSettings.class, InboundSettings.class})
public class WebAutoConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ContentTag contentTag(JsonMapper json) {
        return new ContentTag(json);
    }

    @Bean
    InboundFilter inboundFilter(ProblemWriter problems, InboundSettings settings) {
        return new InboundFilter(problems, settings);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController(ObjectProvider<ErrorViewResolver> pages) {
        return new ProblemErrorController(pages);
    }

    /// Added last, so the valve is the first to report.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(JsonMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(json)));
    }

    /// A page that is packed is 8 to 14 KB. With the server's own 8 KB it would leave in two or three pieces, each a
    /// call to the system here and a turn of the gateway there.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageInOnePiece() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", "24576"));
    }
}
