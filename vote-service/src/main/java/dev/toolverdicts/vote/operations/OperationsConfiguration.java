package dev.toolverdicts.vote.operations;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsPages;
import dev.toolverdicts.platform.operations.OperationsSettings;
import dev.toolverdicts.vote.counted.VoteLogEnd;
import dev.toolverdicts.vote.counted.VoteLogPlace;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Receipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.COUNT)
class OperationsConfiguration {

    /// Few operators: they wait for each other rather than take the counters' connections.
    @Bean(destroyMethod = "dispose")
    Scheduler operationsScheduler() {
        return Schedulers.newBoundedElastic(2, 100, "operations");
    }

    @Bean
    RouterFunction<ServerResponse> operationsRoutes(
            OperationsDesk desk, OperationsSettings settings, JsonMapper json, Scheduler operationsScheduler) {
        var controller = new OperationsController(desk, settings, json, operationsScheduler);
        String api = settings.api();
        return route().route(read(api + "/dead-letters"), controller::deadLetters)
                .POST(api + "/dead-letters/replay", controller::replayAll)
                .POST(api + "/dead-letters/drop", controller::dropAll)
                .route(read(api + "/dead-letters/{id}"), controller::deadLetter)
                .route(read(api + "/dead-letters/{id}/value"), controller::value)
                .POST(api + "/dead-letters/{id}/replay", controller::replay)
                .POST(api + "/dead-letters/{id}/drop", controller::drop)
                .PUT(api + "/dead-letters/{id}/note", controller::note)
                .route(read(api + "/switches"), controller::switches)
                .PUT(api + "/switches/{name}", controller::set)
                .route(read(api + "/audit"), controller::audit)
                .route(read(api + "/rebuilds"), controller::rebuilds)
                .POST(api + "/rebuilds/{projection}", controller::rebuild)
                .POST(api + "/rebuilds/{projection}/abandon", controller::abandon)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> receiptRoutes(
            Receipts receipts,
            ConsumerFactory<String, byte[]> consumers,
            JdbcClient jdbc,
            OperationsSettings settings,
            Scheduler operationsScheduler) {
        var controller = new ReceiptController(
                receipts,
                new VoteLogPlace(consumers),
                new VoteLogEnd(consumers, jdbc),
                new ReceiptQueries(jdbc),
                operationsScheduler);
        return route().route(read(settings.api() + "/receipts/{receipt}"), controller::find)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> operationsPageRoutes(
            OperationsPages pages, OperationsDesk desk, OperationsSettings settings, Scheduler operationsScheduler) {
        var controller = new OperationsPageController(pages, desk, operationsScheduler);
        String at = settings.desk();
        return route().route(read(at), controller::overview)
                .route(read(at + "/dead-letters"), controller::deadLetters)
                .POST(at + "/dead-letters/replay", controller::replayAll)
                .POST(at + "/dead-letters/drop", controller::dropTicked)
                .route(read(at + "/dead-letters/{id}"), controller::deadLetter)
                .route(read(at + "/dead-letters/{id}/value"), controller::value)
                .POST(at + "/dead-letters/{id}/replay", controller::replay)
                .POST(at + "/dead-letters/{id}/drop", controller::drop)
                .POST(at + "/dead-letters/{id}/note", controller::note)
                .POST(at + "/switches/{name}", controller::set)
                .POST(at + "/rebuilds/{projection}", controller::rebuild)
                .POST(at + "/rebuilds/{projection}/abandon", controller::abandon)
                .route(read(at + "/audit"), controller::audit)
                .build();
    }

    private static RequestPredicate read(String pattern) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
    }
}
