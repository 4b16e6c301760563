package dev.toolverdicts.newsletter.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void onlyTheAddressIsNeeded() {
        assertThat(parse("""
                {"email": "ada@example.org"}""")).isEqualTo(new Subscription(new EmailAddress("ada@example.org"), List.of(), null));
    }

    @Test
    void topicsAreKeptOnceInTheirOrderAndUnknownFieldsAreIgnored() {
        var subscription = parse("""
                {"email": "ada@example.org", "topics": ["models", "audio", "models"], "source": "/compare/a-vs-b", "x": 1}""");
        assertThat(subscription.topics()).containsExactly("models", "audio");
        assertThat(subscription.source()).isEqualTo("/compare/a-vs-b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] |",
                "null |",
                "\"ada@example.org\" |",
                "{} | /email",
                "{\"email\": null} | /email",
                "{\"email\": 5} | /email",
                "{\"email\": [\"ada@example.org\"]} | /email",
                "{\"email\": \"ada@example.org\\r\\n\"} | /email",
                "{\"email\": \"ada@example.org\", \"topics\": \"models\"} | /topics",
                "{\"email\": \"ada@example.org\", \"topics\": [\"models\", 7]} | /topics/1",
                "{\"email\": \"ada@example.org\", \"topics\": [\"Models\"]} | /topics/0",
                "{\"email\": \"ada@example.org\", \"source\": \"a\\r\\nb\"} | /source",
                "{\"email\": \"ada@example.org\", \"source\": {}} | /source",
            })
    void aFaultIsToldWhereItIs(String body, String pointer) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> parse(body))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly(pointer == null ? "" : pointer));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> parse("""
                        {"email": "ada", "topics": [1, "ok", ""], "source": ""}"""))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/email", "/topics/0", "/topics/2", "/source"));
    }

    @Test
    void aFingerprintBelongsToOneWish() {
        var subscription = parse("{\"email\": \"ada@example.org\"}");
        var same = parse("{\"email\": \"ADA@example.org\"}");
        var other = parse("{\"email\": \"bob@example.org\"}");
        assertThat(same.fingerprint()).isEqualTo(subscription.fingerprint());
        assertThat(other.fingerprint()).isNotEqualTo(subscription.fingerprint());
    }

    private static Subscription parse(String body) {
        return SubscriptionBody.parse(JSON.readTree(body));
    }
}
