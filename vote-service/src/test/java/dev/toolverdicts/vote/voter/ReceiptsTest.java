package dev.toolverdicts.vote.voter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final UUID VOTER = UUID.fromString("3f2c9a10-7b6e-8d41-9c55-000000000001");
    private static final UUID TOOL = UUID.fromString("0199a8c0-0000-7000-8000-000000000001");
    private static final Receipt RECEIPT =
            new Receipt(TOOL, 23, 1L << 40, Choice.SKIP, Instant.parse("2026-11-24T10:00:00.123Z"));

    private final Receipts receipts = new Receipts(Keys.ONE);

    @Test
    void aReceiptReadsAsItWasWritten() {
        String text = receipts.write(RECEIPT, VOTER);
        assertThat(text).hasSize(Receipts.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(receipts.read(text, VOTER)).contains(RECEIPT);
    }

    @Test
    void anotherVotersReceiptIsNone() {
        assertThat(receipts.read(receipts.write(RECEIPT, VOTER), TOOL)).isEmpty();
    }

    @Test
    void anOperatorReadsItWhosesoeverItIs() {
        assertThat(new Receipts(Keys.OTHER).readUnsealed(receipts.write(RECEIPT, VOTER)))
                .contains(RECEIPT);
        assertThat(receipts.readUnsealed("nonsense")).isEmpty();
    }

    @Test
    void anotherSecretsReceiptIsNone() {
        assertThat(new Receipts(Keys.OTHER).read(receipts.write(RECEIPT, VOTER), VOTER))
                .isEmpty();
    }

    @Test
    void everyChangedLetterIsNoticed() {
        String text = receipts.write(RECEIPT, VOTER);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(receipts.read(tampered, VOTER)).as("letter %d", i).isEmpty();
        }
    }

    @Test
    void whatIsNoReceiptIsNone() {
        for (String text : new String[] {"", "x", "%".repeat(Receipts.LENGTH), "A".repeat(Receipts.LENGTH)}) {
            assertThat(receipts.read(text, VOTER)).isEmpty();
        }
    }

    @Test
    void receiptsOfOneToolAreTold() {
        UUID neighbour = UUID.fromString("0199a8c0-0000-7000-8000-000000000002");
        String one = receipts.write(RECEIPT, VOTER);
        assertThat(Receipts.sameTool(one, receipts.write(new Receipt(TOOL, 1, 5, Choice.NONE, Instant.EPOCH), VOTER)))
                .isTrue();
        assertThat(Receipts.sameTool(
                        one,
                        receipts.write(new Receipt(neighbour, 23, 1L << 40, Choice.SKIP, RECEIPT.castAt()), VOTER)))
                .isFalse();
    }
}
