package dev.toolverdicts.vote.moderation;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.voice.Voices;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RequestPredicate;
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

    @Bean
    RouterFunction<ServerResponse> moderationPageRoutes(
            KnownTools tools,
            JdbcClient jdbc,
            Rulings rulings,
            OperationAudit audit,
            Voices voices,
            PlatformTransactionManager transactions,
            ModerationSettings settings,
            Clock clock,
            Scheduler moderationScheduler) {
        var holds = new HoldDeskQueries(jdbc, transactions);
        var service = new HoldDeskService(
                holds,
                new HoldClaimRepository(jdbc),
                rulings,
                audit,
                new TransactionTemplate(transactions),
                settings,
                clock);
        var pages = new HoldPages(
                holds, new DecisionQueries(jdbc), service, new HoldListPage(tools, settings.within()), clock);
        var controller = new HoldDeskController(pages, moderationScheduler);
        var reasons = new ReasonDeskController(
                new ReasonPages(
                        voices, new ReasonDeskService(voices, audit, new TransactionTemplate(transactions)), tools),
                moderationScheduler);
        return route().route(read("/desk/votes"), controller::list)
                .route(read("/desk/votes/decisions"), controller::decisions)
                .route(read("/desk/votes/reasons"), reasons::list)
                .POST("/desk/votes/reasons/{number}", reasons::decide)
                .route(read("/desk/votes/{tool}/{reason}"), controller::group)
                .POST("/desk/votes/{tool}/{reason}/claim", controller::claim)
                .POST("/desk/votes/{tool}/{reason}/release", controller::release)
                .POST("/desk/votes/{tool}/{reason}/decide", controller::decide)
                .build();
    }

    private static RequestPredicate read(String pattern) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
    }
}
