package dev.toolverdicts.platform.web.lastknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

class PatienceTest {

    private final Patience patience = new Patience(2000);
    private final List<Integer> limits = new ArrayList<>();

    private final Connection connection = (Connection) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("setNetworkTimeout");
                limits.add((Integer) arguments[1]);
                return null;
            });

    private final Statement statement = (Statement) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Statement.class}, (_, _, _) -> connection);

    @Controller
    final class Desk {

        @ResponseBody
        @GetMapping({"/named", "/unnamed"})
        String page() throws SQLException {
            patience.limit(statement);
            return "a page";
        }

        @GetMapping("/named/failing")
        String failing() throws SQLException {
            patience.limit(statement);
            throw new DataAccessResourceFailureException("away");
        }
    }

    private MockMvc site() {
        var settings = new LastKnownSettings(
                List.of("/named", "/named/failing"),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2));
        Clock clock = Clock.systemUTC();
        var pages = new LastKnownPages(settings, clock);
        var stale = new StaleAnswer(pages, clock);
        return MockMvcBuilders.standaloneSetup(new Desk())
                .addInterceptors(
                        new LastKnownInterceptor(pages, patience, new Outage(clock), stale, new NeutralPage(List::of)))
                .setHandlerExceptionResolvers((_, response, _, _) -> {
                    response.setStatus(503);
                    return new ModelAndView();
                })
                .build();
    }

    @Test
    void whatAPageThatIsKeptWaitsForIsLimited() throws Exception {
        site().perform(get("/named"));

        assertThat(limits).containsExactly(2000);
    }

    @Test
    void otherAddressesAreNot() throws Exception {
        site().perform(get("/unnamed"));

        assertThat(limits).isEmpty();
    }

    @Test
    void nothingIsAfterThePage() throws Exception {
        site().perform(get("/named"));
        site().perform(get("/named/failing"));
        limits.clear();

        patience.limit(statement);

        assertThat(limits).isEmpty();
    }
}
