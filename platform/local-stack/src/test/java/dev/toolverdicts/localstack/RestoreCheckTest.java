package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreCheckTest {

    private static final String RIGHT = "{\"tools\": 29, \"votes\": 4711, \"differences\": []}";

    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "/api/v1/votes/check", RIGHT,
            "/actuator/deletions", "{\"kept\": true, \"listed\": 3, \"deletedAgain\": 1, \"waiting\": 0}",
            "/actuator/erasures", "{\"kept\": true, \"listed\": 2, \"erasedAgain\": 1, \"standing\": 0}"));
    private HttpServer services;

    @BeforeEach
    void servicesThatAnswer() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/", exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = String.valueOf(answer).getBytes(UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop(0);
    }

    @Test
    void aSystemThatIsRightIsSaidToBe() throws Exception {
        assertThat(check()).isEmpty();

        assertThat(said)
                .containsExactly(
                        "deletions checked: 3 voters on the list, votes of 1 deleted again",
                        "tallies checked: 29 tools, 4711 votes, no difference",
                        "erasures checked: 2 on the list, 1 erased again, nobody is back");
        assertThat(asked)
                .startsWith("POST /actuator/deletions Bearer a token")
                .contains("GET /api/v1/votes/check Bearer a token", "GET /actuator/erasures Bearer a token");
    }

    @Test
    void aTallyThatIsNotTheCountOfItsVotesIsWrong() throws Exception {
        answers.put(
                "/api/v1/votes/check",
                "{\"tools\": 29, \"votes\": 4711, \"differences\": [{\"toolId\": \"t\", \"tally\": \"(1,0,0,0)\"}]}");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith("1 tallies are not the count of their votes")
                .contains("(1,0,0,0)");
    }

    @Test
    void somebodyWhoIsBackIsWrong() throws Exception {
        answers.put("/actuator/erasures", "{\"kept\": true, \"listed\": 2, \"erasedAgain\": 0, \"standing\": 1}");

        assertThat(check()).containsExactly("1 persons who were erased are back");
    }

    @Test
    void noListIsWrong() throws Exception {
        answers.put("/actuator/erasures", "{\"kept\": false, \"listed\": 0, \"erasedAgain\": 0, \"standing\": 0}");
        answers.put("/actuator/deletions", "{\"kept\": false, \"listed\": 0, \"deletedAgain\": 0, \"waiting\": 0}");

        assertThat(check())
                .containsExactly(
                        "vote-service keeps no list of voters who deleted their votes",
                        "newsletter-service keeps no list of who was erased");
    }

    @Test
    void noAnswerIsWrong() throws Exception {
        answers.clear();

        assertThat(check()).hasSize(3);
    }

    @Test
    void nothingIsAskedBeforeAllIsApplied() throws Exception {
        var looks = new AtomicInteger();
        var early = new ArrayList<String>();

        List<String> wrong = check(() -> {
            early.addAll(asked.subList(0, looks.get() < 3 ? asked.size() : 0));
            return looks.incrementAndGet() > 3;
        });

        assertThat(wrong).isEmpty();
        assertThat(looks).hasValueGreaterThan(4);
        assertThat(early).isEmpty();
    }

    @Test
    void whatIsPausedIsNotWaitedForAndSaid() throws Exception {
        List<String> wrong = check(new RestoreCheck.Quiet() {
            @Override
            public boolean reached() {
                return true;
            }

            @Override
            public List<String> leftOut() {
                return List.of("card-reviews of catalog-service");
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(said.getLast())
                .isEqualTo("card-reviews of catalog-service is paused, as when the backup was made: what waits for it"
                        + " is not applied until it is resumed");
    }

    private List<String> check() throws Exception {
        return check(() -> true);
    }

    private List<String> check(RestoreCheck.Quiet quiet) throws Exception {
        String address = "http://127.0.0.1:" + services.getAddress().getPort();
        return new RestoreCheck(quiet, address, address, "a token", said::add).run();
    }
}
