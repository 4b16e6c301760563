package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.web.ContentTag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// An answer with a part of a list, and the way to the part after it.
public final class NextPage {

    private NextPage() {}

    /// @param tag the answer's entity tag
    /// @param cursor with which the request under way leads on, null at the end of the list
    public static ResponseEntity.BodyBuilder answer(String tag, @Nullable String cursor) {
        ResponseEntity.BodyBuilder answer = ContentTag.answer(tag);
        if (cursor != null) {
            answer.header(HttpHeaders.LINK, "<" + address(cursor) + ">; rel=\"next\"");
        }
        return answer;
    }

    /// Without scheme and host: the client came by another address than this service has.
    private static String address(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }
}
