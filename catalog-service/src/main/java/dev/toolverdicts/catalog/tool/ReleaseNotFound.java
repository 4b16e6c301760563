package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class ReleaseNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    ReleaseNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "release-not-found",
                "Release not found",
                "The tool has no release with this label.");
    }
}
