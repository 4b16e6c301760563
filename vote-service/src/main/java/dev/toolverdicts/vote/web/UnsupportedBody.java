package dev.toolverdicts.vote.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// The body is of another type than is taken here, or says nothing of its type.
public final class UnsupportedBody extends Refusal {

    public UnsupportedBody(MediaType taken) {
        super(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be sent as " + taken + "."));
        getHeaders().setAccept(List.of(taken));
    }
}
