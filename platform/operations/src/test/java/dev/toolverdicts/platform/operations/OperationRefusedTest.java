package dev.toolverdicts.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationRefusedTest {

    @Test
    void aRebuildThatIsNotAtWorkIsAConflictAndNotOneThatIs() {
        OperationRefused refused = OperationRefused.notRebuilding();

        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody().getType()).hasToString("https://toolverdicts.dev/problems/conflict");
        assertThat(refused.getBody().getTitle()).isEqualTo("Conflict");
        assertThat(refused.inWords()).isEqualTo("It is not being built anew.");
    }
}
