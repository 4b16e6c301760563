package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;

/// An editor's token, spoilt in one way each: everything else about it is right.
final class BadTokens {

    private BadTokens() {}

    static Map<String, String> all() throws ParseException, JOSEException {
        SignedJWT good = SignedJWT.parse(Stack.running().token("editor"));
        RSAKey key = RSAKey.parse(Stack.running().secret("signing-key.json"));
        RSAKey stranger = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        var tokens = new TreeMap<String, String>();
        tokens.put("forged with another key", signed(good, good.getJWTClaimsSet(), stranger));
        tokens.put("forged by changed claims", withClaims(good, claims(good).subject("somebody-else")));
        tokens.put(
                "expired", signed(good, claims(good).expirationTime(hourAgo()).build(), key));
        tokens.put(
                "for another audience",
                signed(good, claims(good).audience("another-site").build(), key));
        tokens.put(
                "of another issuer",
                signed(good, claims(good).issuer("http://elsewhere.test").build(), key));
        tokens.put("signed with what everybody knows", withPublicKeyAsSecret(good, key));
        tokens.put("without its signature", good.getParsedString().replaceFirst("[^.]+$", ""));
        tokens.put(
                "alg none",
                base64("{\"alg\":\"none\"}") + "." + good.getPayload().toBase64URL() + ".");
        tokens.put("no token at all", "nonsense");
        return tokens;
    }

    private static JWTClaimsSet.Builder claims(SignedJWT good) throws ParseException {
        return new JWTClaimsSet.Builder(good.getJWTClaimsSet());
    }

    private static String signed(SignedJWT good, JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var token = new SignedJWT(good.getHeader(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /// A verifier that lets the token choose how it is checked would take the public key for a shared secret.
    private static String withPublicKeyAsSecret(SignedJWT good, RSAKey key) throws JOSEException, ParseException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good.getJWTClaimsSet());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String withClaims(SignedJWT good, JWTClaimsSet.Builder claims) {
        return good.getHeader().toBase64URL() + "." + base64(claims.build().toString()) + "." + good.getSignature();
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static Date hourAgo() {
        return Date.from(Instant.now().minus(Duration.ofHours(1)));
    }
}
