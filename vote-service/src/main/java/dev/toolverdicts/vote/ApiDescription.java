package dev.toolverdicts.vote;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toolverdicts.vote.web.SiteSettings;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// The API is written down in `api.yaml`: functional routes say nothing about themselves.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi(SiteSettings site) throws IOException {
        ObjectMapper yaml = Yaml31.mapper();
        try (InputStream in = new ClassPathResource("api.yaml").getInputStream()) {
            OpenAPI api = yaml.readValue(in, OpenAPI.class);
            api.getPaths().values().forEach(ApiDescription::whatAllMayAnswer);
            return api.servers(List.of(new Server().url(site.publicUrl().toString())));
        }
    }

    /// A token that is not valid is refused on open endpoints too, and the gateway slows floods down.
    private static void whatAllMayAnswer(PathItem path) {
        for (Operation operation : path.readOperations()) {
            for (String status : List.of("401", "429")) {
                operation.getResponses().computeIfAbsent(status, _ -> new ApiResponse().$ref("VoteProblem"));
            }
        }
    }
}
