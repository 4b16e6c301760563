package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.turn.TurnRepository;
import dev.toolverdicts.vote.voter.SealedText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks an address for its proof, and takes the proof.
class EmailService {

    private static final Logger log = LoggerFactory.getLogger(EmailService.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TOKEN = 32;

    private final ProofRepository proofs;
    private final VerifiedAddressRepository addresses;
    private final TurnRepository turn;
    private final TransactionTemplate transactions;
    private final AddressHash hash;
    private final SealedText letters;
    private final EmailSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EmailService(
            ProofRepository proofs,
            VerifiedAddressRepository addresses,
            TurnRepository turn,
            TransactionTemplate transactions,
            AddressHash hash,
            SealedText letters,
            EmailSettings settings,
            Clock clock) {
        this.proofs = proofs;
        this.addresses = addresses;
        this.turn = turn;
        this.transactions = transactions;
        this.hash = hash;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /// Has a link mailed. An address that has got enough for this hour gets none, and nobody is told: who asks has not
    /// shown that it is theirs.
    ///
    /// @throws TooManyMails when the network or the domain has had enough
    void ask(UUID voterId, EmailAddress address, @Nullable String networkHash) {
        Proof proof = proof(voterId, address, networkHash);
        transactions.executeWithoutResult(_ -> {
            // One at a time, or two at once would both find room below a limit.
            turn.awaitTurn();
            ProofRepository.Asked asked = proofs.asked(proof, proof.askedAt().minus(HOUR));
            if (asked.domain() >= settings.perDomain() || asked.network() >= settings.perNetwork()) {
                throw new TooManyMails();
            }
            if (asked.address() < settings.perAddress()) {
                proofs.add(proof);
            }
        });
    }

    private Proof proof(UUID voterId, EmailAddress address, @Nullable String networkHash) {
        byte[] drawn = new byte[TOKEN];
        random.nextBytes(drawn);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        Instant now = clock.instant();
        return new Proof(
                AddressHash.ofToken(token),
                voterId,
                hash.of(address),
                hash.ofDomain(address),
                networkHash,
                letters.seal(new Letter(address.text(), token).text()),
                now,
                now.plus(settings.link()));
    }

    /// @return from when on the voter is verified; nothing when the token proves nothing for them
    Optional<Instant> verify(UUID voterId, String token) {
        return transactions.execute(_ -> {
            turn.awaitTurn();
            Instant now = clock.instant();
            Optional<Instant> from = proofs.use(AddressHash.ofToken(token), voterId, now)
                    .map(address -> addresses.assign(address, voterId, now));
            from.ifPresent(at -> log.info("address verified valid_from={}", at));
            return from;
        });
    }

    /// @return until when a cookie may vouch for the voter from now on; nothing when it may not
    Optional<Instant> vouch(UUID voterId) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.vouched());
        return addresses.vouch(voterId, now, until) ? Optional.of(until) : Optional.empty();
    }

    Optional<Instant> validFrom(UUID voterId) {
        return addresses.validFrom(voterId);
    }

    void forget(UUID voterId) {
        addresses.release(voterId);
    }
}
