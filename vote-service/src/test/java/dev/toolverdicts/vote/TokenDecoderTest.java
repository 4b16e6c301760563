package dev.toolverdicts.vote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenDecoderTest {

    private static final String ISSUER = "http://identity.test";
    private static final String AUDIENCE = "tool-verdicts";

    private final RSAKey old = key("old");
    private final RSAKey fresh = key("fresh");
    private final AtomicInteger looks = new AtomicInteger();
    private volatile List<JWK> published = List.of(old);
    private HttpServer provider;

    @BeforeEach
    void publish() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/jwks.json", exchange -> {
            looks.incrementAndGet();
            byte[] keys = new JWKSet(published).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void aRetiredKeyIsGoodNoLongerThanKeysAreBelieved() throws Exception {
        TokenDecoder decoder = decoder(Duration.ofMillis(200));
        String token = token(old, ISSUER, AUDIENCE);
        assertThat(decode(decoder, token).getSubject()).isEqualTo("somebody");

        published = List.of(fresh, old);
        assertThat(decode(decoder, token(fresh, ISSUER, AUDIENCE)).getSubject()).isEqualTo("somebody");
        assertThat(decode(decoder, token).getSubject()).isEqualTo("somebody");

        published = List.of(fresh);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode(decoder, token)));
        assertThat(decode(decoder, token(fresh, ISSUER, AUDIENCE)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void aNewKeyIsAskedForAtOnceAndAKnownOneIsNot() throws Exception {
        TokenDecoder decoder = decoder(TokenDecoder.KEYS_LAST);
        decode(decoder, token(old, ISSUER, AUDIENCE));
        decode(decoder, token(old, ISSUER, AUDIENCE));
        assertThat(looks).hasValue(1);

        published = List.of(fresh, old);
        assertThat(decode(decoder, token(fresh, ISSUER, AUDIENCE)).getSubject()).isEqualTo("somebody");
        assertThat(looks).hasValue(2);
    }

    @Test
    void issuerAndAudienceCountWithAGoodKey() throws Exception {
        TokenDecoder decoder = decoder(TokenDecoder.KEYS_LAST);

        for (String refused :
                List.of(token(old, "http://elsewhere.test", AUDIENCE), token(old, ISSUER, "another-site"))) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode(decoder, refused));
        }
        assertThat(decode(decoder, token(old, ISSUER, AUDIENCE)).getAudience()).containsExactly(AUDIENCE);
    }

    private TokenDecoder decoder(Duration keysLast) throws MalformedURLException {
        return new TokenDecoder(
                URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/jwks.json")
                        .toURL(),
                ISSUER,
                List.of(AUDIENCE, "an-audience-besides"),
                keysLast);
    }

    private static Jwt decode(TokenDecoder decoder, String token) {
        return decoder.decode(token).blockOptional(Duration.ofSeconds(10)).orElseThrow();
    }

    private static String token(RSAKey key, String issuer, String audience) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject("somebody")
                        .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
