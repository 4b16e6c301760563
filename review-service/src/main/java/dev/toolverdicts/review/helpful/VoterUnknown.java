package dev.toolverdicts.review.helpful;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The vote service cannot say just now who is asking.
public final class VoterUnknown extends Refusal {

    VoterUnknown() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "voter-unknown",
                "Voter not known just now",
                "Who is asking cannot be looked up at the moment, so nothing was changed; try again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    }
}
