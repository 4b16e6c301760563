package dev.toolverdicts.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// A body turned out to be over the limit while it was read.
final class BodyTooLarge extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, Problem.bodyTooLarge(limit), null);
    }
}
