package dev.toolverdicts.vote.web;

import java.util.concurrent.RejectedExecutionException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// What pages with forms share: only forms of this site are read, and refusals and outages are
/// pages, too.
public final class Pages {

    /// A page that says why not.
    @FunctionalInterface
    public interface Refused {
        SitePage page(String title, String why);
    }

    private Pages() {}

    public static Mono<MultiValueMap<String, String>> form(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        if (request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::includes)
                .isEmpty()) {
            return Mono.error(new UnsupportedBody(MediaType.APPLICATION_FORM_URLENCODED));
        }
        return Mono.defer(() -> {
            CrossSiteRequest.refuse(headers);
            return request.formData();
        });
    }

    public static Mono<ServerResponse> explained(Mono<ServerResponse> answer, Refused refused) {
        return answer.onErrorResume(Refusal.class, refusal -> refused(refusal, refused))
                .onErrorResume(
                        Pages::isOutage,
                        _ -> refused.page(
                                        "Not at hand just now",
                                        "This cannot be looked up or changed right now. Try again in a moment.")
                                .answer(ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                                        .header(HttpHeaders.RETRY_AFTER, "5")));
    }

    /// Whether something could not be looked up or changed, for no fault of whoever asked.
    public static boolean isOutage(Throwable failure) {
        return failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof RejectedExecutionException;
    }

    private static Mono<ServerResponse> refused(Refusal refusal, Refused refused) {
        String why = refusal instanceof InvalidInput invalid
                ? invalid.inWords()
                : String.valueOf(refusal.getBody().getDetail());
        return refused.page(String.valueOf(refusal.getBody().getTitle()), why)
                .answer(ServerResponse.status(refusal.getStatusCode())
                        .headers(headers -> headers.putAll(refusal.getHeaders())));
    }
}
