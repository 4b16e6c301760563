package dev.toolverdicts.gateway.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param forms what people get back when no service takes it
@ConfigurationProperties("gateway.kept")
@Validated
record FormSettings(@NotNull List<@Valid Form> forms) {

    /// @param address where the form is posted
    /// @param field the name of what is typed
    /// @param label what the field is called
    /// @param type the field's type, as HTML names it
    /// @param hidden names of what the form sends besides
    /// @param button what its button says
    /// @param advice what to do now
    record Form(
            @NotBlank String address,
            @NotBlank String field,
            @NotBlank String label,
            @Pattern(regexp = "text|email|url|search") String type,
            @NotNull List<String> hidden,
            @NotBlank String button,
            @NotBlank String advice) {}
}
