package dev.toolverdicts.vote;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Checks access tokens by keys that are asked for again after a while. Spring's reactive decoder keeps
/// what it has fetched for as long as it meets no key that it does not know: a token by a key that was
/// leaked and retired would be good until the next restart.
final class TokenDecoder implements ReactiveJwtDecoder {

    /// As long as the services on servlets believe a key.
    static final Duration KEYS_LAST = Duration.ofMinutes(5);

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LARGEST = 50 * 1024;
    private static final long LONGEST_WAIT_MILLIS = 15_000;

    private final NimbusJwtDecoder blocking;

    /// @param keysLast how long a key is believed without a look at the provider's
    TokenDecoder(URL keys, String issuer, List<String> audiences, Duration keysLast) {
        blocking = NimbusJwtDecoder.withJwkSource(source(keys, keysLast))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        blocking.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), isForOneOf(audiences)));
    }

    /// A key that is not known is asked for at once: nobody waits after a rotation.
    private static JWKSource<SecurityContext> source(URL keys, Duration keysLast) {
        return JWKSourceBuilder.<SecurityContext>create(
                        keys, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST))
                .cache(keysLast.toMillis(), LONGEST_WAIT_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(false)
                .build();
    }

    private static OAuth2TokenValidator<Jwt> isForOneOf(List<String> audiences) {
        return token -> {
            List<String> named = token.getAudience();
            return named == null || Collections.disjoint(named, audiences)
                    ? OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_token", "The token is for another audience.", null))
                    : OAuth2TokenValidatorResult.success();
        };
    }

    /// Fetching keys blocks, so it is kept off the event loop.
    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.fromCallable(() -> blocking.decode(token)).subscribeOn(Schedulers.boundedElastic());
    }
}
