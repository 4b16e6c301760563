package dev.toolverdicts.platform.operations.servlet;

import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsPages;
import dev.toolverdicts.platform.operations.OperationsSettings;
import dev.toolverdicts.platform.web.ContentTag;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// The operations API and its pages, where there are servlets and the edge for them.
@AutoConfiguration(afterName = "dev.toolverdicts.platform.operations.OperationsDeskAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "dev.toolverdicts.platform.web.ContentTag")
@ConditionalOnBean(OperationsDesk.class)
public class OperationsWebAutoConfiguration {

    @Bean
    OperationsController operationsController(OperationsDesk desk, OperationsSettings settings, ContentTag tag) {
        return new OperationsController(desk, settings, tag);
    }

    @Bean
    OperationsPageController operationsPageController(OperationsPages pages, OperationsDesk desk) {
        return new OperationsPageController(pages, desk);
    }
}
