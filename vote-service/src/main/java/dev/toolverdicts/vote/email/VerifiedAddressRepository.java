package dev.toolverdicts.vote.email;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which voter each address verifies, by its keyed hash. What cookies were told stays written down when an address is
/// released or moves, so that it never vouches for two voters at one time.
class VerifiedAddressRepository {

    private final JdbcClient jdbc;

    VerifiedAddressRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The address verifies this voter from now on and nobody else any more; the voter's other address is released.
    ///
    /// @return from when on it does, which is later where a cookie of its former voter still vouches
    Instant assign(byte[] addressHash, UUID voterId, Instant now) {
        jdbc.sql("UPDATE verified_address SET voter_id = NULL WHERE voter_id = :voter AND address_hash <> :address")
                .param("voter", voterId)
                .param("address", addressHash)
                .update();
        return jdbc.sql("""
                        INSERT INTO verified_address AS a (address_hash, voter_id, valid_from, vouched_until)
                        VALUES (:address, :voter, :now, :now)
                        ON CONFLICT (address_hash) DO UPDATE SET voter_id = excluded.voter_id,
                            valid_from = CASE WHEN a.voter_id = excluded.voter_id THEN a.valid_from
                                ELSE greatest(a.vouched_until, excluded.valid_from) END
                        RETURNING valid_from
                        """)
                .param("address", addressHash)
                .param("voter", voterId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /// Notes that a cookie is to vouch until then.
    ///
    /// @return whether it may
    boolean vouch(UUID voterId, Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE verified_address SET vouched_until = greatest(vouched_until, :until)
                        WHERE voter_id = :voter AND valid_from <= :now
                        """)
                        .param("voter", voterId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// From when on the voter's address verifies them, if they have one.
    Optional<Instant> validFrom(UUID voterId) {
        return jdbc.sql("SELECT valid_from FROM verified_address WHERE voter_id = ?")
                .param(voterId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void release(UUID voterId) {
        jdbc.sql("UPDATE verified_address SET voter_id = NULL WHERE voter_id = ?")
                .param(voterId)
                .update();
    }

    /// Addresses that verify nobody, once no cookie vouches for them.
    int forgetReleased(Instant now) {
        return jdbc.sql("DELETE FROM verified_address WHERE voter_id IS NULL AND vouched_until < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
