package dev.toolverdicts.platform.web.description;

import dev.toolverdicts.platform.web.AccessRules;
import dev.toolverdicts.platform.web.SiteSettings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// The description of a service's API: where it is reached, what it takes for a token, and what it answers.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class DescriptionAutoConfiguration {

    @Bean
    OpenAPI openApi(SiteSettings site, Environment environment) {
        String name = environment.getRequiredProperty("spring.application.name");
        return new OpenAPI()
                .info(new Info().title(name).version("v1"))
                .servers(List.of(new Server().url(site.publicUrl().toString())))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    NamedAnswers namedAnswers() {
        return new NamedAnswers();
    }

    @Bean
    ProblemAnswers problemAnswers(AccessRules rules) {
        return new ProblemAnswers(rules);
    }

    @Bean
    MissingValues missingValues() {
        return new MissingValues();
    }
}
