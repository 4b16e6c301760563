package dev.toolverdicts.platform.keptfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedOutputTest {

    private final List<byte[]> passed = new ArrayList<>();

    private ChunkedOutput output() {
        return new ChunkedOutput((number, bytes) -> {
            assertThat(number).isEqualTo(passed.size());
            passed.add(bytes);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ChunkedOutput.SIZE - 1, ChunkedOutput.SIZE, ChunkedOutput.SIZE + 1, 3 * ChunkedOutput.SIZE})
    void piecesTogetherAreTheFileAndItsSum(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        ChunkedOutput out = output();
        for (int at = 0; at < size; at += 100_000) {
            out.write(content, at, Math.min(100_000, size - at));
        }
        out.close();
        KeptFile file = out.summedUp("x", 7);

        var together = new ByteArrayOutputStream();
        for (byte[] piece : passed) {
            together.write(piece);
        }
        assertThat(together.toByteArray()).isEqualTo(content);
        assertThat(file.bytes()).isEqualTo(size);
        assertThat(file.rows()).isEqualTo(7);
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(passed).hasSize(KeptFileQueries.chunks(file));
        assertThat(passed.stream().limit(Math.max(0, passed.size() - 1L)))
                .allSatisfy(piece -> assertThat(piece).hasSize(ChunkedOutput.SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void singleBytesCountToo(int size) {
        try (ChunkedOutput out = output()) {
            for (int i = 0; i < size; i++) {
                out.write(i);
            }
        }
        assertThat(passed).singleElement().satisfies(piece -> assertThat(piece).hasSize(size));
    }
}
