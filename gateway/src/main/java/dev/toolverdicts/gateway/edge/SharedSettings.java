package dev.toolverdicts.gateway.edge;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param paths what pages of other sites may read: the same for everybody, and nobody's own
@ConfigurationProperties("gateway.shared")
@Validated
record SharedSettings(@NotNull List<String> paths) {}
