package dev.toolverdicts.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final URI COPY = URI.create("http://copies:8080");

    private final Map<String, List<String>> server = new ConcurrentHashMap<>();
    private final Addresses addresses = new Addresses(this::lookUp);

    private InetAddress[] lookUp(String name) throws UnknownHostException {
        if (!server.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        return server.get(name).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private void has(String... literals) {
        server.put("copies", Arrays.asList(literals));
    }

    @Test
    void eachAddressOfANameIsACopy() {
        has("10.0.0.3", "10.0.0.1", "10.0.0.2");

        assertThat(addresses.of(COPY))
                .extracting(URI::toString)
                .containsExactly("http://10.0.0.1:8080", "http://10.0.0.2:8080", "http://10.0.0.3:8080");
    }

    @Test
    void anAnswerReplacesTheOneBefore() {
        has("10.0.0.1", "10.0.0.2");
        addresses.of(COPY);
        has("10.0.0.2", "10.0.0.3");

        assertThat(addresses.of(COPY))
                .extracting(URI::toString)
                .containsExactly("http://10.0.0.2:8080", "http://10.0.0.3:8080");
    }

    @Test
    void aNameNobodyKnowsYetStandsForItself() {
        assertThat(addresses.of(COPY)).containsExactly(COPY);
    }

    @Test
    void aNameNobodyKnowsAnyMoreStandsForWhatItStoodFor() {
        has("10.0.0.1");
        addresses.of(COPY);
        server.clear();

        assertThat(addresses.of(COPY)).containsExactly(URI.create("http://10.0.0.1:8080"));
    }

    @Test
    void aHostWithBothKindsOfAddressIsOneCopy() {
        has("fd00::1", "10.0.0.1");

        assertThat(addresses.of(COPY)).containsExactly(URI.create("http://10.0.0.1:8080"));
    }

    @Test
    void whereOnlyTheNewKindIsSpokenItIsTaken() {
        has("fd00::2", "fd00::1");

        assertThat(addresses.of(COPY))
                .extracting(URI::toString)
                .containsExactly("http://[fd00:0:0:0:0:0:0:1]:8080", "http://[fd00:0:0:0:0:0:0:2]:8080");
    }

    @Test
    void anAddressThatIsNoNameStaysAsItIs() {
        server.put("127.0.0.1", List.of("127.0.0.1"));

        assertThat(addresses.of(URI.create("http://127.0.0.1:8081")))
                .containsExactly(URI.create("http://127.0.0.1:8081"));
    }

    @Test
    void aNameThatACertificateIsForIsKept() {
        URI secure = URI.create("https://copies:8443");
        has("10.0.0.1");

        assertThat(addresses.of(secure)).containsExactly(secure);
    }
}
