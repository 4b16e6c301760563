package dev.toolverdicts.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The walk sees a service that lets in too many, or too few, and a table that is not the service's.
class PermissionWalkTest {

    private static final List<Permissions.Row> ROWS = Permissions.read("""
            # a comment
            shop\tGET\t/goods\tall\tfront\t-
            shop\tGET\t/goods/{key}/offers?state=open\toperator\tfront\t-
            shop\tPOST\t/desk/{id}/{word:buy|sell}\teditor\tinside\tshop_audit
            """);

    private HttpServer server;
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private List<String> failures(int answered) {
        status = answered;
        return walk().failures();
    }

    private PermissionWalk walk() {
        return new PermissionWalk("shop", ROWS, server.getAddress().getPort());
    }

    @Test
    void aServiceThatLetsEverybodyInIsSeen() {
        assertThat(failures(200))
                .contains(
                        "GET /goods/{key}/offers?state=open as nobody: refused, but Answer[status=200, challenge=, problem=]")
                .anyMatch(failure -> failure.startsWith("GET /goods as expired: unknown"))
                .anyMatch(failure -> failure.startsWith("POST /desk/{id}/{word:buy|sell} as critic: refused"))
                .noneMatch(failure -> failure.contains(" as editor: refused, but") && failure.startsWith("POST"))
                .noneMatch(failure -> failure.startsWith("GET /goods as nobody"));
    }

    @Test
    void aServiceThatRefusesEverybodyIsSeen() {
        assertThat(failures(401))
                .anyMatch(failure -> failure.startsWith("GET /goods as nobody: let in"))
                .anyMatch(failure -> failure.startsWith("HEAD /goods as nobody: let in"))
                .anyMatch(failure -> failure.startsWith("POST /desk/{id}/{word:buy|sell} as editor: let in"))
                .noneMatch(failure -> failure.contains("as expired"));
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertThat(walk().differences(List.of(
                        "GET /goods", "GET /goods/{key}/offers", "POST /desk/{id}/{word:buy|sell}", "DELETE /goods")))
                .containsExactly(
                        "permissions.tsv: add and say who may: shop\tDELETE\t/goods\tWHO\tfront|inside\tTABLE|-");
        assertThat(walk().differences(List.of("GET /goods", "GET /goods/{key}/offers")))
                .containsExactly(
                        "permissions.tsv: remove, there is no such mapping: shop POST /desk/{id}/{word:buy|sell}");
    }

    @Test
    void anExampleNamesNothingThatThereIs() {
        assertThat(ROWS)
                .extracting(Permissions.Row::example)
                .containsExactly("/goods", "/goods/x/offers?state=open", "/desk/x/buy");
        assertThat(ROWS).filteredOn(Permissions.Row::isPrivilegedAct).hasSize(1);
    }

    @Test
    void whatIsNoRowIsNotPassedOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.read("shop\tGET\t/goods\tall"))
                .withMessageContaining("/goods");
    }
}
