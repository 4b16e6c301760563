package dev.toolverdicts.vote.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wishes to verify an address, and their letters until they are sent.
class ProofRepository {

    /// @param address how many letters to the address were asked for since then, and so on
    record Asked(int address, int domain, int network) {}

    record Outgoing(byte[] tokenHash, byte[] letter) {}

    private final JdbcClient jdbc;

    ProofRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Asked asked(Proof proof, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE address_hash = :address) AS address,
                               count(*) FILTER (WHERE domain_hash = :domain) AS domain,
                               count(*) FILTER (WHERE network_hash = :network::text) AS network
                        FROM address_proof WHERE asked_at > :since
                        """)
                .param("address", proof.addressHash())
                .param("domain", proof.domainHash())
                .param("network", proof.networkHash())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Asked.class)
                .single();
    }

    void add(Proof proof) {
        jdbc.sql("""
                        INSERT INTO address_proof (token_hash, voter_id, address_hash, domain_hash, network_hash, letter,
                            asked_at, expires_at, next_attempt_at)
                        VALUES (:token, :voter, :address, :domain, :network, :letter, :askedAt, :expiresAt, :askedAt)
                        """)
                .param("token", proof.tokenHash())
                .param("voter", proof.voterId())
                .param("address", proof.addressHash())
                .param("domain", proof.domainHash())
                .param("network", proof.networkHash())
                .param("letter", proof.letter())
                .param("askedAt", proof.askedAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", proof.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Uses the token up.
    ///
    /// @return the address it proves for this voter; nothing when it was used, is too old or another voter's
    Optional<byte[]> use(byte[] tokenHash, UUID voterId, Instant now) {
        return jdbc.sql("""
                        UPDATE address_proof SET used_at = :now
                        WHERE token_hash = :token AND voter_id = :voter AND used_at IS NULL AND expires_at > :now
                        RETURNING address_hash
                        """)
                .param("token", tokenHash)
                .param("voter", voterId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    /// Takes up a letter, which comes again in a while unless it is done by then: the pause doubles each time.
    Optional<Outgoing> takeUp(Instant now) {
        return jdbc.sql("""
                        UPDATE address_proof SET attempts = attempts + 1,
                            next_attempt_at = :now::timestamptz + interval '1 minute' * power(2, attempts)
                        WHERE token_hash = (
                            SELECT token_hash FROM address_proof
                            WHERE letter IS NOT NULL AND next_attempt_at <= :now AND expires_at > :now
                            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING token_hash, letter
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Outgoing.class)
                .optional();
    }

    void sent(byte[] tokenHash) {
        jdbc.sql("UPDATE address_proof SET letter = NULL WHERE token_hash = ?")
                .param(tokenHash)
                .update();
    }

    /// What is over an hour too old serves nothing any more.
    int forget(Instant before) {
        return jdbc.sql("DELETE FROM address_proof WHERE expires_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
