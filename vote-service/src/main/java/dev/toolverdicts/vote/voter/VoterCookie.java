package dev.toolverdicts.vote.voter;

import dev.toolverdicts.vote.web.SiteSettings;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Knows a voter by a signed cookie: key id, 128 random bits, issue time, HMAC. The random bits never leave
/// it. Who has verified an address has a longer one, which also says until when that is vouched for: accepting votes
/// needs no database to know.
@Component
public class VoterCookie {

    private static final Duration LIFETIME = Duration.ofDays(400);
    private static final Duration RENEW_AFTER = Duration.ofDays(30);
    private static final Duration NO_NEWCOMER = Duration.ofDays(1);
    private static final int RANDOM = 16;
    private static final int BODY = 1 + RANDOM + 4;
    private static final int PROVEN_BODY = BODY + 4;

    private final Seals cookieSeals;
    private final Seals provenSeals;
    private final Seal voterSeal;
    private final String name;
    private final CookieText cookie;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VoterCookie(VoterKeys keys, SiteSettings site, Clock clock) {
        cookieSeals = keys.seals("voter-cookie");
        provenSeals = keys.seals("voter-cookie-proven");
        voterSeal = keys.lasting("voter-id");
        name = site.cookieName("voter");
        cookie = new CookieText(name, LIFETIME, site.secure());
        this.clock = clock;
    }

    /// The voter who sent this, empty when they have no cookie yet.
    ///
    /// @throws InvalidVoterCookie when the cookie is not one of ours
    public Optional<Voter> read(MultiValueMap<String, HttpCookie> cookies) {
        HttpCookie sent = cookies.getFirst(name);
        return sent == null || sent.getValue().isEmpty() ? Optional.empty() : Optional.of(open(sent.getValue()));
    }

    /// The voter who sent this, or a new one.
    ///
    /// @throws InvalidVoterCookie when the cookie is not one of ours
    public Voter readOrIssue(MultiValueMap<String, HttpCookie> cookies) {
        return read(cookies).orElseGet(this::issue);
    }

    /// Sets what the voter has to keep, if that changed.
    public void write(Voter voter, HttpHeaders headers) {
        voter.newCookie().ifPresent(value -> headers.add(HttpHeaders.SET_COOKIE, cookie.with(value)));
    }

    public Voter issue() {
        byte[] drawn = new byte[RANDOM];
        random.nextBytes(drawn);
        Instant now = clock.instant();
        return new Voter(voterId(drawn), now, Optional.empty(), Optional.of(seal(drawn, now, null)));
    }

    /// The voter who sent this, with a new cookie that vouches for their address until then, or no longer for any.
    ///
    /// @throws InvalidVoterCookie when the cookie is not one of ours
    public Optional<Voter> vouched(MultiValueMap<String, HttpCookie> cookies, @Nullable Instant until) {
        return read(cookies).map(voter -> {
            byte[] drawn = Arrays.copyOfRange(
                    decode(Objects.requireNonNull(cookies.getFirst(name)).getValue()), 1, 1 + RANDOM);
            return new Voter(
                    voter.id(),
                    voter.since(),
                    Optional.ofNullable(until),
                    Optional.of(seal(drawn, voter.since(), until)));
        });
    }

    private Voter open(String value) {
        byte[] bytes = decode(value);
        boolean proven = bytes.length == PROVEN_BODY + Seal.LENGTH;
        int body = proven ? PROVEN_BODY : BODY;
        Seals seals = proven ? provenSeals : cookieSeals;
        Seals.Keyed maker = maker(seals, bytes, body);
        byte[] drawn = Arrays.copyOfRange(bytes, 1, 1 + RANDOM);
        Instant now = clock.instant();
        Instant issued = second(bytes, 1 + RANDOM);
        Instant until = proven ? second(bytes, BODY) : null;
        boolean old = issued.plus(RENEW_AFTER).isBefore(now);
        // Sealed anew by the newest key, it outlives the one before. A renewed cookie must not make its voter a
        // newcomer.
        Optional<String> renewed = old || !maker.equals(seals.newest())
                ? Optional.of(seal(drawn, old ? now.minus(NO_NEWCOMER) : issued, until))
                : Optional.empty();
        return new Voter(voterId(drawn), issued, Optional.ofNullable(until), renewed);
    }

    /// @throws InvalidVoterCookie when no key of ours has made it
    private Seals.Keyed maker(Seals seals, byte[] bytes, int body) {
        if (bytes.length != body + Seal.LENGTH) {
            throw new InvalidVoterCookie(cookie.cleared());
        }
        return seals.makerOf(bytes[0], Arrays.copyOfRange(bytes, body, bytes.length), Arrays.copyOf(bytes, body))
                .orElseThrow(() -> new InvalidVoterCookie(cookie.cleared()));
    }

    private static Instant second(byte[] bytes, int at) {
        return Instant.ofEpochSecond(
                Integer.toUnsignedLong(ByteBuffer.wrap(bytes, at, 4).getInt()));
    }

    private String seal(byte[] drawn, Instant issued, @Nullable Instant provenUntil) {
        int body = provenUntil == null ? BODY : PROVEN_BODY;
        Seals.Keyed by = (provenUntil == null ? cookieSeals : provenSeals).newest();
        ByteBuffer all = ByteBuffer.allocate(body + Seal.LENGTH)
                .put(by.keyId())
                .put(drawn)
                .putInt((int) issued.getEpochSecond());
        if (provenUntil != null) {
            all.putInt((int) provenUntil.getEpochSecond());
        }
        all.put(by.seal().of(Arrays.copyOf(all.array(), body)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /// In the form of a custom UUID (version 8): 122 bits of the HMAC.
    private UUID voterId(byte[] drawn) {
        ByteBuffer hash = ByteBuffer.wrap(voterSeal.of(drawn));
        long high = hash.getLong();
        long low = hash.getLong();
        return new UUID((high & ~0xF000L) | 0x8000L, (low & ~(0b11L << 62)) | (0b10L << 62));
    }

    private static byte[] decode(String value) {
        try {
            return Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
