package dev.toolverdicts.gateway.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param pages what the desk leads to
@ConfigurationProperties("gateway.desk")
@Validated
record DeskSettings(@NotNull List<@Valid Page> pages) {

    /// @param scope who has been granted this is led there
    record Page(
            @NotBlank String scope,
            @NotBlank String address,
            @NotBlank String title,
            @NotBlank String about) {}
}
