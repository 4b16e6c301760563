package dev.toolverdicts.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Strong entity tags for answers put together from several rows: the same content, the same tag.
public class ContentTag {

    private final JsonMapper json;

    ContentTag(JsonMapper json) {
        this.json = json;
    }

    public <T> ResponseEntity<T> ok(T body) {
        return answer(of(body)).body(body);
    }

    /// An answer that may be kept by the client, but is asked about before each use.
    public static ResponseEntity.BodyBuilder answer(String tag) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(tag);
    }

    public String of(Object body) {
        return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest(body), 15)) + '"';
    }

    /// The same for all ways to lay out the same JSON.
    public byte[] digest(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
