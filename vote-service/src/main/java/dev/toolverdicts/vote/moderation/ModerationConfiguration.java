package dev.toolverdicts.vote.moderation;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.ruling.Rulings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.QUERY)
class ModerationConfiguration {

    /// Few moderators, one connection: they wait for each other rather than for voters.
    @Bean(destroyMethod = "dispose")
    Scheduler moderationScheduler() {
        return Schedulers.newBoundedElastic(1, 100, "moderation");
    }

    @Bean
    RouterFunction<ServerResponse> moderationRoutes(
            KnownTools tools,
            JdbcClient jdbc,
            Rulings rulings,
            PlatformTransactionManager transactions,
            Clock clock,
            Scheduler moderationScheduler) {
        var service = new ModerationService(
                new ModerationQueries(jdbc), rulings, new TransactionTemplate(transactions), clock);
        var controller = new ModerationController(tools, new HoldQueries(jdbc), service, moderationScheduler);
        return route().GET("/api/v1/moderation/holds", controller::groups)
                .GET("/api/v1/moderation/holds/{slug}", controller::votes)
                .POST("/api/v1/moderation/rulings", controller::rule)
                .build();
    }
}
