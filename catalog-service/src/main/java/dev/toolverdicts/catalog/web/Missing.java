package dev.toolverdicts.catalog.web;

import org.springframework.http.HttpStatus;

/// There is nothing at this address.
public final class Missing extends Refusal {

    private static final long serialVersionUID = 1L;

    public Missing(String type, String detail) {
        super(HttpStatus.NOT_FOUND, type, "Not found", detail);
    }
}
