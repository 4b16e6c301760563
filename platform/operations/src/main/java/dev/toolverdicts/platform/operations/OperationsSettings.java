package dev.toolverdicts.platform.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param service this one's name in addresses
/// @param site what the site is called
/// @param services all that have a desk, for the way from one to the other
/// @param pages that operators need besides: their addresses, and what links to them say
@ConfigurationProperties("operations")
@Validated
public record OperationsSettings(
        @NotBlank String service,
        @NotBlank String site,
        @NotEmpty List<String> services,
        @DefaultValue Map<String, String> pages) {

    public String api() {
        return "/api/v1/operations/" + service;
    }

    public String desk() {
        return "/desk/operations/" + service;
    }
}
