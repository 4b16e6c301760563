package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05", "22003", "23505", "23502", "23514"})
    void whatPostgresRefusesForItsContentIsOne(String state) {
        assertThat(ContentFailure.is(new IllegalStateException(new SQLException("refused", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "58030", "42P01", "25P02",
                "25006"
            })
    void whatLiesOutsideTheRecordIsNone(String state) {
        assertThat(ContentFailure.is(new IllegalStateException(new SQLException("down", state))))
                .isFalse();
    }

    @Test
    void anIllegalArgumentIsOneWhereverItIs() {
        assertThat(ContentFailure.is(new IllegalStateException(new IllegalArgumentException("no such verdict"))))
                .isTrue();
    }

    @Test
    void programmingErrorsAndMissingStatesAreNone() {
        assertThat(ContentFailure.is(new NullPointerException())).isFalse();
        assertThat(ContentFailure.is(new ClassCastException())).isFalse();
        assertThat(ContentFailure.is(new SQLException("no state"))).isFalse();
        assertThat(ContentFailure.is(null)).isFalse();
    }

    @Test
    void theReasonIsOneLineWithoutNulCharacters() {
        var failure = new IllegalArgumentException("no Thing", new IllegalStateException("at \0\nline 2"));

        assertThat(ContentFailure.reason(failure)).isEqualTo("no Thing: at  ");
    }

    @Test
    void ofWhatCannotBeReadTheReasonIsInPlainWordsAlone() {
        var failure = new UndecodableEvent("field at is not a time", new IllegalStateException("java.time.Instant"));

        assertThat(ContentFailure.reason(failure)).isEqualTo("field at is not a time");
    }

    @Test
    void ofARefusedStatementTheReasonIsWhatTheDatabaseSaid() {
        var failure = new IllegalStateException(
                "SQL [INSERT INTO thing\nVALUES (?)]", new SQLException("ERROR: 0x00\n  Where: $1", "22021"));

        assertThat(ContentFailure.reason(failure))
                .isEqualTo("the database refuses it, a text has a character that cannot be stored: ERROR: 0x00");
    }

    @Test
    void theReasonDoesNotQuoteWholeRecords() {
        assertThat(ContentFailure.reason(new IllegalArgumentException("x".repeat(1_000_000))))
                .hasSize(1_000);
    }

    @Test
    void whatGoesToTheLogQuotesNoRecord() {
        assertThat(ContentFailure.kind(new IllegalStateException(new SQLException("\"secret\" is no number", "22P02"))))
                .isEqualTo("SQLException(22P02)");
    }
}
